package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Limit;
import java.math.BigDecimal;
import java.time.Period;

/** What a rule waits for. */
sealed interface ReferenceWhen {
    /** The name of the kind of condition. */
    String kind();

    /** A measure beyond a limit. */
    record Beyond(ReferenceKind measure, Limit limit) implements ReferenceWhen {
        @Override
        public String kind() {
            return measure.name();
        }

        ReferenceTruth holds(ReferenceInterval interval) {
            return holds(interval, limit.value());
        }

        /** The opposite comparison, against the other edge of the hysteresis. */
        ReferenceTruth clears(ReferenceInterval interval) {
            return holds(interval, limit.clearValue()).not();
        }

        private ReferenceTruth holds(ReferenceInterval interval, BigDecimal edge) {
            return switch (limit.side()) {
                case BELOW -> interval.below(edge);
                case AT_MOST -> interval.atMost(edge);
                case ABOVE -> interval.atMost(edge).not();
                case AT_LEAST -> interval.below(edge).not();
            };
        }
    }

    /** A release that has not come by its day and a while after it. */
    record Overdue(Period after) implements ReferenceWhen {
        static final String KIND = "overdue";

        @Override
        public String kind() {
            return KIND;
        }
    }
}
