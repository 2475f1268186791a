package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.advice.TypedCommand;
import io.sectorwatch.application.replay.ReplayException;
import java.util.Optional;

/**
 * Where a replay begins: anew, or where one of the same request was interrupted, with what that one had captured.
 *
 * @param capture how far the live topics are read
 * @param goesOn whether there was one that was interrupted
 */
record ReplayBeginning(Stage stage, Capture capture, boolean goesOn) {

    /** How far a replay has come. */
    enum Stage {
        /** Nothing that can be gone on with. Of a history that is not whole nobody knows how much there is. */
        NOT_BEGUN,
        /** The rules are staged; facts are read where they are. */
        IN_PLACE,
        /** Facts have to be sorted, and not all of them are staged. */
        TO_BE_SORTED,
        /** Facts are sorted and staged beside the rules. */
        SORTED;

        /** Whether facts may still turn out to be in order where they are. */
        boolean mayBeInPlace() {
            return this == NOT_BEGUN || this == IN_PLACE;
        }

        /** Whether all that has to be is staged. */
        boolean isStaged() {
            return this == IN_PLACE || this == SORTED;
        }
    }

    /**
     * Where a replay begins that is to run in such a way; throws ReplayException where one of its name was kept.
     *
     * @param found what stands in the journal of that name
     * @param request the id of what is asked for
     * @param now how far the live topics go now
     */
    static ReplayBeginning of(Optional<ReplayJournal> found, ReplaySettings settings, String request, Capture now) {
        String name = settings.topics().name();
        if (found.isPresent() && found.get().manifest() != null) {
            throw new ReplayException("the replay '" + name + "' was kept: '" + TypedCommand.of("replay remove " + name)
                    + "' removes it, and --name gives this one another name");
        }
        return found.filter(begun -> settings.speed() == null && begun.canGoOn(request))
                .map(begun -> new ReplayBeginning(stage(begun), begun.capture(), true))
                .orElse(new ReplayBeginning(Stage.NOT_BEGUN, now, false));
    }

    private static Stage stage(ReplayJournal begun) {
        if (begun.inPlace()) {
            return begun.staged() ? Stage.IN_PLACE : Stage.NOT_BEGUN;
        }
        return begun.staged() ? Stage.SORTED : Stage.TO_BE_SORTED;
    }
}
