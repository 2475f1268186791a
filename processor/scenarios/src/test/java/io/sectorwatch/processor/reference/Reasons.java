package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Why an event concerns a rule and a series: what the rule sees of the change of knowledge that it is. */
final class Reasons {
    private final ReferenceRule rule;
    private final Knowledge before;
    private final Knowledge after;
    private final Set<Reason> all = EnumSet.noneOf(Reason.class);

    private Reasons(ReferenceRule rule, Knowledge before, Knowledge after) {
        this.rule = rule;
        this.before = before;
        this.after = after;
    }

    static Why of(ReferenceRule rule, SeriesKey series, Knowledge before, Knowledge after) {
        Reasons reasons = new Reasons(rule, before, after);
        reasons.lookAt(rule.own(series), Reason.NEW_PERIOD, Reason.REVISION);
        rule.others(series)
                .forEach(other -> reasons.lookAt(other, Reason.BENCHMARK_NEW_PERIOD, Reason.BENCHMARK_REVISION));
        if (rule.when() instanceof ReferenceWhen.Overdue && reasons.tellsTheTime(series)) {
            reasons.all.add(Reason.TIME_PASSED);
        }
        return new Why(reasons.all);
    }

    private void lookAt(ReferenceKind.Other looked, Reason newPeriod, Reason revision) {
        SeriesKey series = looked.series();
        Sight sightBefore = rule.sight(before).trusting(looked.sources());
        Sight sightAfter = rule.sight(after).trusting(looked.sources());
        for (Period period : after.changedSince(before, series)) {
            List<Said> said = sightBefore.said(series, period);
            if (!said.equals(sightAfter.said(series, period))) {
                all.add(said.isEmpty() ? newPeriod : revision);
            }
        }
        // Quiet periods begin and end with what is known of time.
        if (sightAfter.seesCount(series) && !after.lastBegun(series).equals(before.lastBegun(series))) {
            all.add(Reason.TIME_PASSED);
        }
    }

    /** Whatever becomes known of a series says how late it is there, seen or not. */
    private boolean tellsTheTime(SeriesKey series) {
        return !after.knownTime(series).equals(before.knownTime(series))
                || !after.stated(series).equals(before.stated(series));
    }
}
