package io.sectorwatch.application.replay.compare;

import io.sectorwatch.application.replay.compare.Finding.Outcome;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.replay.log.LoggedTransition;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
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

    private interface Pairs {
        void take(@Nullable LoggedTransition ofLive, @Nullable LoggedTransition ofReplay) throws IOException;
    }

    private void pairs(Pairs taker) throws IOException {
        Groups ofLive = new Groups(live.transitions());
        Groups ofReplay = new Groups(replayed.transitions());
        while (ofLive.head != null || ofReplay.head != null) {
            LoggedTransition first = first(ofLive.head, ofReplay.head);
            pair(ofLive.take(first), ofReplay.take(first), taker);
        }
    }

    private static void pair(List<LoggedTransition> ofLive, List<LoggedTransition> ofReplay, Pairs taker)
            throws IOException {
        for (BiPredicate<LoggedTransition, LoggedTransition> alike :
                List.<BiPredicate<LoggedTransition, LoggedTransition>>of(
                        LogComparison::same, LogComparison::sameType, (one, other) -> true)) {
            for (Iterator<LoggedTransition> left = ofLive.iterator(); left.hasNext(); ) {
                LoggedTransition one = left.next();
                LoggedTransition match = ofReplay.stream()
                        .filter(other -> alike.test(one, other))
                        .findFirst()
                        .orElse(null);
                if (match != null) {
                    taker.take(one, match);
                    left.remove();
                    ofReplay.remove(match);
                }
            }
        }
        for (LoggedTransition one : ofLive) {
            taker.take(one, null);
        }
        for (LoggedTransition one : ofReplay) {
            taker.take(null, one);
        }
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

    private static LoggedTransition first(@Nullable LoggedTransition one, @Nullable LoggedTransition other) {
        if (one == null || other == null) {
            return one == null ? Objects.requireNonNull(other) : one;
        }
        return one.order(other) <= 0 ? one : other;
    }

    /** The transitions of a log, those of one moment, rule and series at a time. */
    private static final class Groups {
        private final AlertLog.Transitions transitions;
        private @Nullable LoggedTransition head;

        Groups(AlertLog.Transitions transitions) throws IOException {
            this.transitions = transitions;
            this.head = transitions.next();
        }

        List<LoggedTransition> take(LoggedTransition with) throws IOException {
            List<LoggedTransition> group = new ArrayList<>();
            while (head != null && head.order(with) == 0) {
                group.add(head);
                head = transitions.next();
            }
            return group;
        }
    }
}
