package io.sectorwatch.benchmark.check;

import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Figure;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an open alert says, with all values in thousandths; values that are not there are {@link #NONE}. */
public record OpenAlert(int since, int period, long value, int benchmarkPeriod, long benchmark, long gap) {
    static final int NONE = Integer.MIN_VALUE;

    /** As the processor told it. */
    public static OpenAlert of(Transition transition) {
        Figure observation = transition.observation();
        Figure benchmark = transition.benchmark();
        return new OpenAlert(
                transition.since().ordinal(),
                transition.period().ordinal(),
                observation == null ? NONE : thousandths(observation.value()),
                benchmark == null ? NONE : benchmark.period().ordinal(),
                benchmark == null ? NONE : thousandths(benchmark.value()),
                thousandths(transition.measure().value()));
    }

    private static long thousandths(@Nullable BigDecimal value) {
        return value == null ? NONE : value.movePointRight(3).longValueExact();
    }

    @Override
    public String toString() {
        return since + ".." + period + ": " + value + " against " + benchmark + " of " + benchmarkPeriod + ", gap "
                + gap;
    }
}
