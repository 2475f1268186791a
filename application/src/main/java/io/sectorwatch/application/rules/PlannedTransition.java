package io.sectorwatch.application.rules;

import io.sectorwatch.application.replay.compare.LogPairs;
import io.sectorwatch.application.replay.log.LoggedTransition;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.util.List;

/** A transition that a change of rules makes a difference to. */
public record PlannedTransition(Side side, LoggedTransition logged) {

    /** Under which rules there is such a transition. */
    public enum Side {
        TODAY("today"),
        PLANNED("planned");

        private final String code;

        Side(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Takes one after another. */
    public interface Taker {
        void take(PlannedTransition transition) throws IOException;
    }

    /** Those that are on one side alone, in their order. */
    static void between(PastDecisions today, PastDecisions planned, Taker taker) throws IOException {
        LogPairs.of(today.log(), planned.log(), List.of(PlannedTransition::sameDecision), (ofToday, ofPlanned) -> {
            if (ofPlanned == null && ofToday != null) {
                taker.take(new PlannedTransition(Side.TODAY, ofToday));
            } else if (ofToday == null && ofPlanned != null) {
                taker.take(new PlannedTransition(Side.PLANNED, ofPlanned));
            }
        });
    }

    // What is said of it, hash, limit and labels, is another under every changed rule.
    private static boolean sameDecision(LoggedTransition one, LoggedTransition other) {
        Transition ofOne = one.transition();
        Transition ofOther = other.transition();
        return ofOne.transition() == ofOther.transition()
                && ofOne.alert().equals(ofOther.alert())
                && ofOne.severity() == ofOther.severity()
                && ofOne.certainty() == ofOther.certainty();
    }
}
