package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.series.Codes;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The place of a series among areas in the same period: 1 + how many of them have a greater value. */
public record RankKind(List<String> among, Limit limit) implements MeasureKind {
    static RankKind parse(RuleFields fields) {
        return new RankKind(fields.codes("among", Codes::area), fields.limit(false));
    }

    @Override
    public String name() {
        return "rank";
    }

    @Override
    public List<ComparedSeries> compared() {
        return among.stream().map(ComparedSeries::ofArea).toList();
    }

    @Override
    public @Nullable Measurement at(SeriesViews views, int period) {
        BigDecimal own = Arithmetic.exact(views.own(), views.own().valued(period));
        if (own == null) {
            return null;
        }
        int rank = 1;
        for (View peer : views.others()) {
            int row = peer.valued(period);
            if (row != View.NONE) {
                BigDecimal value = Arithmetic.exact(peer, row);
                if (value == null) {
                    return null;
                }
                rank += value.compareTo(own) > 0 ? 1 : 0;
            }
        }
        return new Measurement(Interval.exact(BigDecimal.valueOf(rank)), View.NONE);
    }

    @Override
    public void inputs(SeriesViews views, int period, BiConsumer<View, Integer> rows) {
        MeasureKind.super.inputs(views, period, rows);
        for (View peer : views.others()) {
            int row = peer.valued(period);
            if (row != View.NONE && peer.history() != views.own().history()) {
                rows.accept(peer, row);
            }
        }
    }

    @Override
    public String condition(Wording words) {
        return "rank " + Wording.limit(limit, limit.value().toPlainString()) + " of " + among.size();
    }

    @Override
    public @Nullable String measured(Interval measure, Wording words) {
        BigDecimal number = measure.number();
        return number == null ? null : "rank " + number.toPlainString() + " of " + among.size();
    }
}
