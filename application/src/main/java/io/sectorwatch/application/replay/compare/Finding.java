package io.sectorwatch.application.replay.compare;

import io.sectorwatch.application.replay.log.LoggedTransition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One decision, live and replayed.
 *
 * @param cause null where both are the same
 * @param live null where it was made in the replay alone
 * @param replayed null where it was made live alone
 */
public record Finding(
        Outcome outcome,
        @Nullable Cause cause,
        @Nullable LoggedTransition live,
        @Nullable LoggedTransition replayed) {

    /** How the two sides stand to each other. */
    public enum Outcome {
        SAME("same"),
        DIFFERENT("different"),
        ONLY_LIVE("only live"),
        ONLY_REPLAY("only replay");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Why they differ. */
    public enum Cause {
        RULE_CHANGED("rule changed", "decided under another rule, or one that took effect at another time"),
        FACT_CORRECTED("fact corrected", "a fact was void, or valid again, that had been decided on"),
        DATA_LATE("data arrived late", "a fact came to the live processor after others that became known later"),
        OTHER("other", "neither a rule nor a late fact explains it");

        private final String words;
        private final String explanation;

        Cause(String words, String explanation) {
            this.words = words;
            this.explanation = explanation;
        }

        public String words() {
            return words;
        }

        public String explanation() {
            return explanation;
        }
    }

    /** One of the sides, the replayed one where there are both. */
    public LoggedTransition either() {
        return replayed == null ? Objects.requireNonNull(live) : replayed;
    }
}
