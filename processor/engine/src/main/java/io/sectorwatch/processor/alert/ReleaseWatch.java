package io.sectorwatch.processor.alert;

import io.sectorwatch.processor.kind.Benchmark;
import io.sectorwatch.processor.kind.ReleaseKind;
import io.sectorwatch.processor.kind.SeriesViews;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule that waits for a release, on one series. */
final class ReleaseWatch extends Watch {
    private final ReleaseKind kind;
    private final Evidence evidence;

    ReleaseWatch(Rule rule, ReleaseKind kind, SeriesViews views, Evidence evidence) {
        super(rule, views);
        this.kind = kind;
        this.evidence = evidence;
    }

    Evidence evidence() {
        return evidence;
    }

    @Override
    public List<Transition> changed(int fromPeriod, Trigger trigger) {
        long known = Math.max(views().own().history().newest(), trigger.tick());
        boolean late = lateFrom() <= known;
        return late || alert() != null ? conclude(ReleaseDecision.of(this, late, trigger)) : List.of();
    }

    @Override
    public List<Transition> comparedChanged(int fromPeriod, Trigger trigger) {
        return List.of();
    }

    @Override
    public boolean heedsTime() {
        return true;
    }

    @Override
    public @Nullable Benchmark benchmark() {
        return null;
    }

    /** From when on a release is late, in milliseconds; Long.MAX_VALUE where none is announced. */
    private long lateFrom() {
        int newest = newest(views().own());
        LocalDate announced = newest == View.NONE
                ? null
                : views().own().history().origin(newest).nextRelease();
        return announced == null ? Long.MAX_VALUE : kind.lateFrom(announced);
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
