package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Limit;
import org.jspecify.annotations.Nullable;

/** The current value itself. */
public record ValueKind(Limit limit) implements MeasureKind {
    static ValueKind parse(RuleFields fields) {
        return new ValueKind(fields.limit(true));
    }

    @Override
    public String name() {
        return "value";
    }

    @Override
    public @Nullable Measurement at(SeriesViews views, int period) {
        Interval value = Arithmetic.interval(views.own(), views.own().current(period));
        return value == null ? null : new Measurement(value, View.NONE);
    }

    @Override
    public String condition(Wording words) {
        return Wording.limit(limit, words.amount(limit.value()));
    }
}
