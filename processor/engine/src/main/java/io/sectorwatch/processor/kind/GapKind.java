package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Limit;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The distance to a benchmark: value minus benchmark or, as a ratio, value divided by benchmark. */
public record GapKind(Benchmark to, boolean ratio, Limit limit) implements MeasureKind {
    static GapKind parse(RuleFields fields) {
        return new GapKind(
                Benchmark.parse(fields),
                fields.choice("as", "difference", "difference", "ratio").equals("ratio"),
                fields.limit(true));
    }

    @Override
    public String name() {
        return "gap";
    }

    @Override
    public Benchmark benchmark() {
        return to;
    }

    @Override
    public @Nullable Measurement at(SeriesViews views, int period) {
        int own = views.own().valued(period);
        int other = own == View.NONE ? View.NONE : to.row(views, period);
        if (other == View.NONE) {
            return null;
        }
        if (!ratio) {
            Interval value = Arithmetic.interval(views.own(), own);
            Interval base = Arithmetic.interval(views.others().get(0), other);
            return value == null || base == null ? null : new Measurement(value.minus(base), other);
        }
        BigDecimal value = Arithmetic.exact(views.own(), own);
        BigDecimal base = Arithmetic.exact(views.others().get(0), other);
        return value == null || base == null || base.signum() <= 0
                ? null
                : new Measurement(Interval.exact(Arithmetic.quotient(value, base)), other);
    }

    @Override
    public void inputs(SeriesViews views, int period, BiConsumer<View, Integer> rows) {
        MeasureKind.super.inputs(views, period, rows);
        int other = to.row(views, period);
        if (other != View.NONE) {
            rows.accept(views.others().get(0), other);
        }
    }

    @Override
    public String condition(Wording words) {
        String other = words.area(to.area());
        if (ratio) {
            return Wording.limit(limit, limit.value().toPlainString()) + " of " + other;
        }
        if (limit.value().signum() == 0) {
            return Wording.limit(limit, other);
        }
        return "a distance to " + other + " of " + Wording.limit(limit, words.amount(limit.value()));
    }

    @Override
    public @Nullable String measured(Interval measure, Wording words) {
        BigDecimal number = measure.number();
        if (number == null) {
            return "at an unknown distance to " + words.area(to.area());
        }
        if (ratio) {
            return Wording.bounded(measure, Rounded.of(number)) + " of " + words.area(to.area());
        }
        if (measure.isExact()) {
            return number.signum() == 0
                    ? "level with " + words.area(to.area())
                    : Rounded.of(number.abs()) + (number.signum() < 0 ? " below " : " above ") + words.area(to.area());
        }
        return "at a distance to " + words.area(to.area()) + " of " + Wording.bounded(measure, Rounded.of(number));
    }
}
