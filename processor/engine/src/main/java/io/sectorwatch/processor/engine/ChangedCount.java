package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.Trigger;
import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.count.PolicyCounts;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition.Reason;
import java.util.EnumSet;
import java.util.Set;

/** What a policy event does to a count, and so is to a watch. */
record ChangedCount(SeriesHistory history, PolicyCounts.Change change) implements Trigger.Reasons {
    @Override
    public Set<Reason> of(Watch watch) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        add(watch.views().own(), Reason.NEW_PERIOD, Reason.REVISION, reasons);
        for (View other : watch.views().others()) {
            add(other, Reason.BENCHMARK_NEW_PERIOD, Reason.BENCHMARK_REVISION, reasons);
        }
        return reasons;
    }

    private void add(View view, Reason isNew, Reason isRevision, Set<Reason> reasons) {
        // All rows of a count are of one origin: a rule sees all of them or none.
        if (view.history() != history || !view.visible(0)) {
            return;
        }
        if (change.newPeriod()) {
            reasons.add(isNew);
        }
        if (change.revised()) {
            reasons.add(isRevision);
        }
        if (change.timePassed()) {
            reasons.add(Reason.TIME_PASSED);
        }
    }
}
