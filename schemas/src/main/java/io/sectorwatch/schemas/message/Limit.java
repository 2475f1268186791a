package io.sectorwatch.schemas.message;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The edge a measure is held against and, where hysteresis is wanted, the other edge at which an alert ends.
 *
 * @param clear null where the limit itself is the other edge
 */
public record Limit(Side side, BigDecimal value, @Nullable BigDecimal clear) {

    /** Which values an alert is raised at. */
    public enum Side {
        BELOW("below", "<"),
        AT_MOST("atMost", "<="),
        ABOVE("above", ">"),
        AT_LEAST("atLeast", ">=");

        private final String field;
        private final String symbol;

        Side(String field, String symbol) {
            this.field = field;
            this.symbol = symbol;
        }

        /** Its field in a rule. */
        public String field() {
            return field;
        }

        public String symbol() {
            return symbol;
        }

        /** Whether values under the limit raise. */
        public boolean downward() {
            return this == BELOW || this == AT_MOST;
        }
    }

    /** The value at which the opposite comparison ends the alert. */
    public BigDecimal clearValue() {
        return clear == null ? value : clear;
    }
}
