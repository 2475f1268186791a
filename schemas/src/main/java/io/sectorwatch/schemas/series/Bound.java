package io.sectorwatch.schemas.series;

/** Says that the true value lies on one side of the value given, as the comparator of an HL7 FHIR Quantity does. */
public enum Bound {
    LESS("<"),
    AT_MOST("<="),
    AT_LEAST(">="),
    MORE(">");

    private final String symbol;

    Bound(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** The bound a symbol stands for; throws IllegalArgumentException. */
    public static Bound of(String symbol) {
        for (Bound bound : values()) {
            if (bound.symbol.equals(symbol)) {
                return bound;
            }
        }
        throw new IllegalArgumentException(
                "comparator '" + symbol + "' is none of <, <=, >=, > (absent for an exact value)");
    }
}
