package io.sectorwatch.application.kind;

import io.sectorwatch.processor.kind.ComparedSeries;
import io.sectorwatch.processor.kind.Interval;
import io.sectorwatch.processor.kind.Kind;
import io.sectorwatch.processor.kind.KindProvider;
import io.sectorwatch.processor.kind.MeasureKind;
import io.sectorwatch.processor.kind.Measurement;
import io.sectorwatch.processor.kind.RuleFields;
import io.sectorwatch.processor.kind.SeriesViews;
import io.sectorwatch.processor.kind.Wording;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.series.Codes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A ninth kind, which nothing of Sectorwatch knows: how large the same period is in another indicator. */
record OthersKind(String indicator, String area, Limit limit) implements MeasureKind {
    @Override
    public String name() {
        return "others";
    }

    @Override
    public List<ComparedSeries> compared() {
        return List.of(new ComparedSeries(area, indicator, null, null, false));
    }

    @Override
    public @Nullable Measurement at(SeriesViews views, int period) {
        View other = views.others().get(0);
        int own = views.own().valued(period);
        int row = other.valued(period);
        BigDecimal value =
                own == View.NONE || row == View.NONE ? null : other.history().value(row);
        return value == null ? null : new Measurement(Interval.exact(value), row);
    }

    @Override
    public String condition(Wording words) {
        return indicator + ' ' + Wording.limit(limit, limit.value().toPlainString());
    }

    /** Brings it in, as a jar of one's own would. */
    public static final class Provider implements KindProvider {
        @Override
        public Map<String, Function<RuleFields, Kind>> kinds() {
            return Map.of(
                    "others",
                    fields -> new OthersKind(
                            fields.code("indicator", Codes::indicator),
                            fields.code("area", Codes::area),
                            fields.limit(true)));
        }
    }
}
