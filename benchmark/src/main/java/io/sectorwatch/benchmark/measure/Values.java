package io.sectorwatch.benchmark.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Several measurements of one thing. */
public final class Values {
    private final double[] sorted;

    private Values(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** Of what was measured; what was not is left out. */
    public static Values of(List<OptionalDouble> values) {
        return new Values(values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray());
    }

    /** Of all of them. */
    public static Values of(double[] values) {
        return new Values(values);
    }

    /** Of an even number of them, the middle between the two in the middle; of none, not a number. */
    public double median() {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The median, or a dash where nothing was measured. */
    public String middle(int digits) {
        return sorted.length == 0 ? "-" : number(median(), digits);
    }

    /** Median and range. */
    public String text(int digits) {
        return sorted.length < 2
                ? middle(digits)
                : middle(digits) + " (" + number(sorted[0], digits) + ".." + number(sorted[sorted.length - 1], digits)
                        + ")";
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
