package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Limit;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Whether the release announced by the newest vintage is late. It measures nothing, and no fold is needed for it. */
public record OverdueKind(Period after) implements Kind {
    static OverdueKind parse(RuleFields fields) {
        return new OverdueKind(fields.duration("after", Period.ZERO));
    }

    @Override
    public String name() {
        return "overdue";
    }

    @Override
    public @Nullable Limit limit() {
        return null;
    }

    @Override
    public @Nullable Measurement at(SeriesViews lens, int period) {
        return null;
    }

    /** Knowledge time, in milliseconds, from which the next release is late; Long.MAX_VALUE where none is announced. */
    public long due(View own) {
        int newest = newest(own);
        LocalDate next =
                newest == View.NONE ? null : own.history().origin(newest).nextRelease();
        return next == null
                ? Long.MAX_VALUE
                : next.plus(after).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    @Override
    public String condition(Wording words) {
        return "overdue";
    }

    private static int newest(View own) {
        SeriesHistory history = own.history();
        int newest = View.NONE;
        for (int row = 0; row < history.size(); row++) {
            if (own.visible(row) && (newest == View.NONE || history.order(row, newest) >= 0)) {
                newest = row;
            }
        }
        return newest;
    }
}
