package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Limit;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How many periods it takes until the gap to a benchmark closes at its present pace, the slope of an ordinary
 * least-squares line through the last gaps; 0 once it has closed among them.
 */
public record ConvergenceKind(Benchmark to, int periods, Limit limit) implements MeasureKind {
    static ConvergenceKind parse(RuleFields fields) {
        return new ConvergenceKind(Benchmark.parse(fields), fields.count("periods", 2), fields.limit(false));
    }

    @Override
    public String name() {
        return "convergence";
    }

    @Override
    public Benchmark benchmark() {
        return to;
    }

    @Override
    public @Nullable Measurement at(SeriesViews views, int period) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weighted = BigDecimal.ZERO;
        BigDecimal last = BigDecimal.ZERO;
        boolean closed = false;
        for (int x = 0; x < periods; x++) {
            Interval gap = to.gap(views, period - periods + 1 + x);
            if (gap == null || !gap.isExact() || gap.number() == null) {
                return null;
            }
            closed |= gap.number().signum() == 0 || x > 0 && gap.number().signum() != last.signum();
            last = gap.number();
            sum = sum.add(last);
            weighted = weighted.add(last.multiply(BigDecimal.valueOf(x)));
        }
        int benchmark = to.row(views, period);
        if (closed) {
            return new Measurement(Interval.exact(BigDecimal.ZERO), benchmark);
        }
        BigDecimal n = BigDecimal.valueOf(periods);
        BigDecimal sumX = BigDecimal.valueOf((long) periods * (periods - 1) / 2);
        BigDecimal sumXX = BigDecimal.valueOf((long) periods * (periods - 1) * (2L * periods - 1) / 6);
        BigDecimal slope = n.multiply(weighted).subtract(sumX.multiply(sum));
        if (slope.signum() == 0 || slope.signum() == last.signum()) {
            return null;
        }
        BigDecimal spread = n.multiply(sumXX).subtract(sumX.multiply(sumX));
        return new Measurement(
                Interval.exact(Arithmetic.quotient(last.abs().multiply(spread), slope.abs())), benchmark);
    }

    @Override
    public void inputs(SeriesViews views, int period, BiConsumer<View, Integer> rows) {
        for (int p = period; p > period - periods; p--) {
            MeasureKind.super.inputs(views, p, rows);
            int other = to.row(views, p);
            if (other != View.NONE) {
                rows.accept(views.others().get(0), other);
            }
        }
    }

    @Override
    public String condition(Wording words) {
        return "level with " + words.area(to.area()) + " in "
                + Wording.limit(limit, limit.value().toPlainString()) + " periods at the present pace";
    }

    @Override
    public @Nullable String measured(Interval measure, Wording words) {
        BigDecimal number = measure.number();
        if (number == null) {
            return null;
        }
        return number.signum() == 0
                ? "the gap to " + words.area(to.area()) + " is closed"
                : "level with " + words.area(to.area()) + " in " + Rounded.of(number)
                        + " periods at the pace of the last " + periods;
    }
}
