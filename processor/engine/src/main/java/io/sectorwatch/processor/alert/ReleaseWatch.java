package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.kind.Benchmark;
import io.sectorwatch.processor.kind.ReleaseKind;
import io.sectorwatch.processor.kind.SeriesViews;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.message.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that waits for a release, on one series. What was announced is kept before and after the last period, so that a
 * new one costs the same however long the history is.
 */
final class ReleaseWatch extends Watch {
    private final ReleaseKind kind;
    private final Evidence evidence;
    private final Announcement before = new Announcement();
    private final Announcement after = new Announcement();
    private int lastPeriod = Fold.NONE;
    private int changedFrom = Integer.MIN_VALUE;

    ReleaseWatch(Rule rule, long effective, ReleaseKind kind, SeriesViews views, Evidence evidence) {
        super(rule, effective, views);
        this.kind = kind;
        this.evidence = evidence;
    }

    Evidence evidence() {
        return evidence;
    }

    @Override
    public void touched(int fromPeriod) {
        changedFrom = Math.min(changedFrom, fromPeriod);
    }

    @Override
    public boolean comparedTouched(int fromPeriod) {
        return false;
    }

    @Override
    public List<Transition> decide(Trigger trigger) {
        SeriesHistory own = views().own().history();
        update(own);
        long known = Math.max(own.newest(), trigger.tick());
        boolean late = after.next() != null && kind.lateFrom(after.next()) <= known;
        return late || alert() != null
                ? conclude(ReleaseDecision.of(this, late, after.rows(views().own()), trigger))
                : List.of();
    }

    @Override
    public boolean heedsTime() {
        return true;
    }

    @Override
    public @Nullable Benchmark benchmark() {
        return null;
    }

    private void update(SeriesHistory own) {
        int newest = own.size() == 0 ? Fold.NONE : own.lastPeriod();
        int from;
        if (changedFrom < lastPeriod || newest < lastPeriod || lastPeriod == Fold.NONE) {
            before.clear();
            after.clear();
            from = 0;
        } else if (changedFrom == lastPeriod) {
            after.set(before);
            from = own.start(lastPeriod);
        } else {
            from = own.end(lastPeriod);
        }
        for (int row = from; row < own.size(); row = own.end(own.period(row))) {
            before.set(after);
            after.add(views().own(), own.period(row));
        }
        lastPeriod = newest;
        changedFrom = Integer.MAX_VALUE;
    }
}
