package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Limit;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The change against the period some periods earlier, as a difference or in percent of it. */
public record ChangeKind(int periods, boolean percent, Limit limit) implements MeasureKind {
    static ChangeKind parse(RuleFields fields) {
        return new ChangeKind(
                fields.count("periods", 1, 1),
                fields.choice("as", "difference", "difference", "percent").equals("percent"),
                fields.limit(true));
    }

    @Override
    public String name() {
        return "change";
    }

    @Override
    public @Nullable Measurement at(SeriesViews views, int period) {
        View own = views.own();
        int now = own.valued(period);
        int then = now == View.NONE ? View.NONE : own.valued(period - periods);
        if (then == View.NONE) {
            return null;
        }
        if (!percent) {
            Interval value = Arithmetic.interval(own, now);
            Interval base = Arithmetic.interval(own, then);
            return value == null || base == null ? null : new Measurement(value.minus(base), View.NONE);
        }
        BigDecimal value = Arithmetic.exact(own, now);
        BigDecimal base = Arithmetic.exact(own, then);
        return value == null || base == null || base.signum() <= 0
                ? null
                : new Measurement(
                        Interval.exact(Arithmetic.quotient(value.subtract(base).multiply(Arithmetic.HUNDRED), base)),
                        View.NONE);
    }

    @Override
    public void inputs(SeriesViews views, int period, BiConsumer<View, Integer> rows) {
        MeasureKind.super.inputs(views, period, rows);
        int then = views.own().valued(period - periods);
        if (then != View.NONE) {
            rows.accept(views.own(), then);
        }
    }

    @Override
    public String condition(Wording words) {
        String number = limit.value().toPlainString();
        return "change over " + Wording.periods(periods) + " " + Wording.limit(limit, percent ? number + " %" : number);
    }

    @Override
    public @Nullable String measured(Interval measure, Wording words) {
        BigDecimal number = measure.number();
        return number == null
                ? "an unknown change"
                : "a change of " + Wording.bounded(measure, Rounded.of(number)) + (percent ? " %" : "");
    }
}
