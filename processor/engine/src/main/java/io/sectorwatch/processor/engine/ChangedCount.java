package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.ReasonSet;
import io.sectorwatch.processor.alert.Trigger;
import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.count.PolicyCounts;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition.Reason;

/** What a policy event does to a count, and so is to a watch. */
record ChangedCount(SeriesHistory history, PolicyCounts.Change change) implements Trigger.Reasons {
    @Override
    public ReasonSet of(Watch watch) {
        ReasonSet reasons = of(watch.views().own(), Reason.NEW_PERIOD, Reason.REVISION);
        for (View other : watch.views().others()) {
            reasons = reasons.and(of(other, Reason.BENCHMARK_NEW_PERIOD, Reason.BENCHMARK_REVISION));
        }
        return reasons;
    }

    private ReasonSet of(View view, Reason isNew, Reason isRevision) {
        // All rows of a count are of one origin: a rule sees all of them or none.
        if (view.history() != history || !view.visible(0)) {
            return ReasonSet.NONE;
        }
        ReasonSet reasons = ReasonSet.NONE;
        if (change.newPeriod()) {
            reasons = reasons.with(isNew);
        }
        if (change.revised()) {
            reasons = reasons.with(isRevision);
        }
        if (change.timePassed()) {
            reasons = reasons.with(Reason.TIME_PASSED);
        }
        return reasons;
    }
}
