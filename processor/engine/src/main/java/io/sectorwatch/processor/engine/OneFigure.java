package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.Trigger;
import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A figure that is decided by itself, and what it is to a watch. */
record OneFigure(SeriesHistory history, int row) implements Trigger.Reasons {
    @Override
    public Set<Reason> of(Watch watch) {
        View own = watch.views().own();
        if (own.history() == history) {
            return reason(own, Reason.NEW_PERIOD, Reason.REVISION);
        }
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        for (View other : watch.views().others()) {
            if (other.history() == history) {
                reasons.addAll(reason(other, Reason.BENCHMARK_NEW_PERIOD, Reason.BENCHMARK_REVISION));
            }
        }
        return reasons;
    }

    private Set<Reason> reason(View view, Reason isNew, Reason isRevision) {
        int period = history.period(row);
        List<View.Said> before = view.said(period, known -> known != row);
        return before.equals(view.said(period, known -> true))
                ? EnumSet.noneOf(Reason.class)
                : EnumSet.of(before.isEmpty() ? isNew : isRevision);
    }
}
