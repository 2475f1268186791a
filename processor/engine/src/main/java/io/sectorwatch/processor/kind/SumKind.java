package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Limit;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The sum over the last periods, all of them known exactly. */
public record SumKind(int periods, Limit limit) implements MeasureKind {
    static SumKind parse(RuleFields fields) {
        return new SumKind(fields.count("periods", 1), fields.limit(true));
    }

    @Override
    public String name() {
        return "sum";
    }

    @Override
    public @Nullable Measurement at(SeriesViews views, int period) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int p = period; p > period - periods; p--) {
            BigDecimal value = Arithmetic.exact(views.own(), views.own().valued(p));
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return new Measurement(Interval.exact(sum), View.NONE);
    }

    @Override
    public void inputs(SeriesViews views, int period, BiConsumer<View, Integer> rows) {
        for (int p = period; p > period - periods; p--) {
            MeasureKind.super.inputs(views, p, rows);
        }
    }

    @Override
    public String condition(Wording words) {
        return "sum over " + Wording.periods(periods) + " " + Wording.limit(limit, words.amount(limit.value()));
    }

    @Override
    public @Nullable String measured(Interval measure, Wording words) {
        BigDecimal number = measure.number();
        return number == null ? null : "a sum of " + Rounded.of(number);
    }
}
