package io.sectorwatch.application.replay.compare;

import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.replay.log.LoggedTransition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Two logs brought together: of those decisions of one moment, rule and series that are alike, each with its like. */
public final class LogPairs {
    private final List<BiPredicate<LoggedTransition, LoggedTransition>> likenesses;
    private final Taker taker;

    private LogPairs(List<BiPredicate<LoggedTransition, LoggedTransition>> likenesses, Taker taker) {
        this.likenesses = likenesses;
        this.taker = taker;
    }

    /** Takes pairs; one of the two is null where the other has no like. */
    public interface Taker {
        void take(@Nullable LoggedTransition one, @Nullable LoggedTransition other) throws IOException;
    }

    /**
     * Gives all of both, in the order of the logs.
     *
     * @param likenesses what makes two of one moment, rule and series a pair, the closest first
     */
    public static void of(
            AlertLog one, AlertLog other, List<BiPredicate<LoggedTransition, LoggedTransition>> likenesses, Taker taker)
            throws IOException {
        new LogPairs(likenesses, taker).pair(new Groups(one.transitions()), new Groups(other.transitions()));
    }

    private void pair(Groups ofOne, Groups ofOther) throws IOException {
        while (ofOne.head != null || ofOther.head != null) {
            LoggedTransition first = first(ofOne.head, ofOther.head);
            pair(ofOne.take(first), ofOther.take(first));
        }
    }

    private void pair(List<LoggedTransition> ofOne, List<LoggedTransition> ofOther) throws IOException {
        for (BiPredicate<LoggedTransition, LoggedTransition> alike : likenesses) {
            for (Iterator<LoggedTransition> left = ofOne.iterator(); left.hasNext(); ) {
                LoggedTransition one = left.next();
                LoggedTransition match = ofOther.stream()
                        .filter(other -> alike.test(one, other))
                        .findFirst()
                        .orElse(null);
                if (match != null) {
                    taker.take(one, match);
                    left.remove();
                    ofOther.remove(match);
                }
            }
        }
        for (LoggedTransition one : ofOne) {
            taker.take(one, null);
        }
        for (LoggedTransition other : ofOther) {
            taker.take(null, other);
        }
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
