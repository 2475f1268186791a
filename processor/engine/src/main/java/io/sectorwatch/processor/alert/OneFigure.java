package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition.Reason;
import java.util.List;

/** A figure among those that are known, and what it is to a watch that it was not known to. */
final class OneFigure implements Trigger.Reasons {
    private final SeriesHistory history;
    private final int row;
    private final int period;
    private final boolean alone;

    OneFigure(SeriesHistory history, int row) {
        this.history = history;
        this.row = row;
        this.period = history.period(row);
        this.alone = (row == 0 || history.period(row - 1) != period)
                && (row + 1 == history.size() || history.period(row + 1) != period);
    }

    @Override
    public ReasonSet of(Watch watch) {
        ReasonSet reasons = ReasonSet.NONE;
        View own = watch.views().own();
        if (own.history() == history) {
            reasons = with(reasons, own, Reason.NEW_PERIOD, Reason.REVISION);
            if (watch.heedsTime()) {
                // Seen or not, it tells how late it is.
                reasons = reasons.with(Reason.TIME_PASSED);
            }
        }
        List<View> others = watch.views().others();
        for (int i = 0; i < others.size(); i++) {
            View other = others.get(i);
            if (other.history() == history) {
                reasons = with(reasons, other, Reason.BENCHMARK_NEW_PERIOD, Reason.BENCHMARK_REVISION);
            }
        }
        return reasons;
    }

    private ReasonSet with(ReasonSet reasons, View view, Reason isNew, Reason isRevision) {
        if (alone) {
            return view.visible(row) ? reasons.with(isNew) : reasons;
        }
        if (view.trust() == null) {
            // Between its neighbours it says something else than before, unless it repeats one of them.
            int before = view.visibleBefore(row);
            int after = view.visibleAfter(row);
            boolean isSeen = view.visible(row) && !view.repeats(row, before) && !view.repeats(row, after);
            boolean isFirst = before == View.NONE && after == View.NONE;
            return isSeen ? reasons.with(isFirst ? isNew : isRevision) : reasons;
        }
        List<View.Said> before = view.said(period, known -> known != row);
        return before.equals(view.said(period, known -> true))
                ? reasons
                : reasons.with(before.isEmpty() ? isNew : isRevision);
    }
}
