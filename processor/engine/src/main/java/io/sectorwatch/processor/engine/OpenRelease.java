package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.Trigger;
import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition.Reason;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A release whose facts were taken in and are not decided yet: which series they touch, and what they are to a watch. */
public final class OpenRelease implements Trigger.Reasons {
    private final Key key;
    private final long moment;
    private final Map<SeriesHistory, TouchedFigures> figures = new LinkedHashMap<>();
    private final Map<SeriesHistory, TouchedCount> counts = new LinkedHashMap<>();

    /** Names it: observations and policy events of one release are closed apart, each on their topic. */
    public record Key(String release, boolean ofPolicies) {}

    /** What policy events of a release do to a derived series. */
    public record TouchedCount(boolean newPeriod, boolean revised) {
        TouchedCount and(boolean alsoNew, boolean alsoRevised) {
            return new TouchedCount(newPeriod || alsoNew, revised || alsoRevised);
        }
    }

    OpenRelease(Key key, long moment) {
        this.key = key;
        this.moment = moment;
    }

    Key key() {
        return key;
    }

    /** Knowledge time of all its facts. */
    long moment() {
        return moment;
    }

    /** Takes in a figure of a period from an origin. */
    void touch(SeriesHistory history, int period, int origin) {
        figures.computeIfAbsent(history, none -> new TouchedFigures()).add(period, origin);
    }

    /** Takes in what policy events do to a count. */
    TouchedCount touch(SeriesHistory history, boolean newPeriod, boolean revised) {
        return counts.merge(
                history, new TouchedCount(newPeriod, revised), (was, now) -> was.and(now.newPeriod, now.revised));
    }

    /** The series with a figure in it. */
    Collection<SeriesHistory> series() {
        return figures.keySet();
    }

    /** The derived series that it counts in. */
    Collection<SeriesHistory> derived() {
        return counts.keySet();
    }

    @Override
    public Set<Reason> of(Watch watch) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        SeriesHistory own = watch.views().own().history();
        Set<Reason> its = of(watch.views().own(), Integer.MAX_VALUE);
        reasons.addAll(its);
        for (View other : watch.views().others()) {
            if (other.history() != own && own.size() > 0) {
                for (Reason reason : of(other, own.lastPeriod())) {
                    reasons.add(
                            reason == Reason.NEW_PERIOD ? Reason.BENCHMARK_NEW_PERIOD : Reason.BENCHMARK_REVISION);
                }
            }
        }
        return reasons;
    }

    private Set<Reason> of(View view, int lastPeriod) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        TouchedCount count = counts.get(view.history());
        if (count != null && view.visible(0)) {
            if (count.newPeriod) {
                reasons.add(Reason.NEW_PERIOD);
            }
            if (count.revised) {
                reasons.add(Reason.REVISION);
            }
        }
        TouchedFigures touched = figures.get(view.history());
        if (touched != null) {
            touched.forEach((period, origin) -> {
                Reason reason = period <= lastPeriod ? reason(view, touched, period, origin) : null;
                if (reason != null) {
                    reasons.add(reason);
                }
            });
        }
        return reasons;
    }

    private @Nullable Reason reason(View view, TouchedFigures touched, int period, int origin) {
        SeriesHistory history = view.history();
        boolean sees = false;
        boolean known = false;
        for (int row = history.start(period); row < history.size() && history.period(row) == period; row++) {
            if (view.visible(row)) {
                int its = history.originNumber(row);
                int added = history.published(row) == moment ? touched.count(period, its) : 0;
                sees |= added > 0 && its == origin;
                known |= added == 0 || view.sameOrigin(period, moment, its) > added;
            }
        }
        if (!sees) {
            return null;
        }
        return known ? Reason.REVISION : Reason.NEW_PERIOD;
    }
}
