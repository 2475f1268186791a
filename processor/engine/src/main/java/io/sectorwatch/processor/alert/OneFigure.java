package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A figure among those that are known, and what it is to a watch that it was not known to. */
record OneFigure(SeriesHistory history, int row) implements Trigger.Reasons {
    @Override
    public Set<Reason> of(Watch watch) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        View own = watch.views().own();
        if (own.history() == history) {
            add(own, Reason.NEW_PERIOD, Reason.REVISION, reasons);
            if (watch.heedsTime()) {
                // Seen or not, it tells how late it is.
                reasons.add(Reason.TIME_PASSED);
            }
        }
        for (View other : watch.views().others()) {
            if (other.history() == history) {
                add(other, Reason.BENCHMARK_NEW_PERIOD, Reason.BENCHMARK_REVISION, reasons);
            }
        }
        return reasons;
    }

    private void add(View view, Reason isNew, Reason isRevision, Set<Reason> reasons) {
        int period = history.period(row);
        if (history.start(period) == row && history.end(period) == row + 1) {
            if (view.visible(row)) {
                reasons.add(isNew);
            }
            return;
        }
        List<View.Said> before = view.said(period, known -> known != row);
        if (!before.equals(view.said(period, known -> true))) {
            reasons.add(before.isEmpty() ? isNew : isRevision);
        }
    }
}
