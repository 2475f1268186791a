package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.Trigger;
import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition.Reason;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
        reasons.addAll(of(watch.views().own()));
        for (View other : watch.views().others()) {
            if (other.history() != own) {
                for (Reason reason : of(other)) {
                    reasons.add(
                            reason == Reason.NEW_PERIOD ? Reason.BENCHMARK_NEW_PERIOD : Reason.BENCHMARK_REVISION);
                }
            }
        }
        return reasons;
    }

    private Set<Reason> of(View view) {
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
            touched.forEachPeriod(period -> {
                Reason reason = reason(view, touched, period);
                if (reason != null) {
                    reasons.add(reason);
                }
            });
        }
        return reasons;
    }

    private @Nullable Reason reason(View view, TouchedFigures touched, int period) {
        SeriesHistory history = view.history();
        Map<Integer, Integer> added = new HashMap<>();
        // Of equal origins those that came with the release are the last.
        Set<Integer> its = new HashSet<>();
        for (int row = history.end(period) - 1; row >= 0 && history.period(row) == period; row--) {
            int origin = history.originNumber(row);
            if (history.published(row) == moment
                    && added.merge(origin, 1, Integer::sum) <= touched.count(period, origin)) {
                its.add(row);
            }
        }
        List<View.Said> before = view.said(period, row -> !its.contains(row));
        if (before.equals(view.said(period, row -> true))) {
            return null;
        }
        return before.isEmpty() ? Reason.NEW_PERIOD : Reason.REVISION;
    }
}
