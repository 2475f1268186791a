package io.sectorwatch.processor.kind;

import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.series.Bound;
import java.math.BigDecimal;

/** How numbers and names are put into a message about one series. */
public interface Wording {
    /** A number with the unit of the series. */
    String amount(BigDecimal number);

    /** The name of an area, with its article. */
    String area(String code);

    /** "at least 2.6 %", of a number already written. */
    static String limit(Limit limit, String number) {
        return switch (limit.side()) {
            case BELOW -> "below " + number;
            case AT_MOST -> "at most " + number;
            case ABOVE -> "above " + number;
            case AT_LEAST -> "at least " + number;
        };
    }

    /** A measure of which only a bound may be known, of a number already written. */
    static String bounded(Interval measure, String number) {
        Bound bound = measure.bound();
        if (bound == null) {
            return number;
        }
        return switch (bound) {
            case LESS -> "less than " + number;
            case AT_MOST -> "no more than " + number;
            case AT_LEAST -> "no less than " + number;
            case MORE -> "more than " + number;
        };
    }

    /** "1 period", "3 periods". */
    static String periods(int n) {
        return n == 1 ? "1 period" : n + " periods";
    }
}
