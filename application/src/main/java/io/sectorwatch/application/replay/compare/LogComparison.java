package io.sectorwatch.application.replay.compare;

import io.sectorwatch.application.replay.compare.Finding.Outcome;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.replay.log.LoggedTransition;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two logs side by side. Decisions of one moment, rule and series belong together: those of the same bytes first, then
 * those of the same transition, then in their order; what is left stands alone.
 */
public final class LogComparison {
    private final AlertLog live;
    private final AlertLog replayed;
    private final Causes causes;

    /** Takes findings in the order of the logs. */
    public interface Taker {
        void take(Finding finding) throws IOException;
    }

    /** Looks through both logs once, to know the causes. */
    public LogComparison(AlertLog live, AlertLog replayed, Causes causes) throws IOException {
        this.live = live;
        this.replayed = replayed;
        this.causes = causes;
        pairs((ofLive, ofReplay) -> {
            if (!same(ofLive, ofReplay)) {
                note(ofLive);
                note(ofReplay);
            }
        });
    }

    /** Gives all findings. */
    public void forEach(Taker taker) throws IOException {
        pairs((ofLive, ofReplay) -> taker.take(finding(ofLive, ofReplay)));
    }

    private void note(@Nullable LoggedTransition one) {
        if (one != null) {
            causes.note(one.transition());
        }
    }

    private Finding finding(@Nullable LoggedTransition ofLive, @Nullable LoggedTransition ofReplay) {
        if (same(ofLive, ofReplay)) {
            return new Finding(Outcome.SAME, null, ofLive, ofReplay);
        }
        Outcome outcome =
                ofLive == null ? Outcome.ONLY_REPLAY : ofReplay == null ? Outcome.ONLY_LIVE : Outcome.DIFFERENT;
        return new Finding(outcome, causes.of(read(ofLive), read(ofReplay)), ofLive, ofReplay);
    }

    private void pairs(LogPairs.Taker taker) throws IOException {
        LogPairs.of(live, replayed, List.of(LogComparison::same, LogComparison::sameType, (one, other) -> true), taker);
    }

    private static boolean same(@Nullable LoggedTransition one, @Nullable LoggedTransition other) {
        return one != null && other != null && Arrays.equals(one.json(), other.json());
    }

    private static boolean sameType(LoggedTransition one, LoggedTransition other) {
        return one.transition().transition() == other.transition().transition();
    }

    private static @Nullable Transition read(@Nullable LoggedTransition one) {
        return one == null ? null : one.transition();
    }
}
