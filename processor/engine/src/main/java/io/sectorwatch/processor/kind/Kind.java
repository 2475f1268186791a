package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One way of measuring a series. A measure at a period rests on that period and earlier ones only, so that a later
 * figure never changes it. A new kind is a class that implements this and a line in {@link Kinds}.
 */
public sealed interface Kind
        permits ValueKind, GapKind, ChangeKind, SumKind, ConvergenceKind, RankKind, RevisionKind, OverdueKind {
    /** Its field under {@code when}. */
    String name();

    /** What the measure is held against; null for a kind without one. */
    @Nullable
    Limit limit();

    /** The measure at a period; null where it is not defined. */
    @Nullable
    Measurement at(SeriesViews lens, int period);

    /** What it compares with; null for a kind that compares with no benchmark. */
    default @Nullable Benchmark benchmark() {
        return null;
    }

    /** The other series it looks at, for a series and the sources its rule trusts. */
    default List<ComparedSeries> peers(SeriesKey series, @Nullable List<String> trust) {
        return List.of();
    }

    /** Hands on the rows that the measure at a period was taken from, the own current one first. */
    default void inputs(SeriesViews lens, int period, BiConsumer<View, Integer> rows) {
        int own = lens.own().current(period);
        if (own != View.NONE) {
            rows.accept(lens.own(), own);
        }
    }

    /** The condition in words, for a message: "at least 2.6 %". */
    String condition(Wording words);

    /** The measure in words, where the figure alone does not tell it; null where it does. */
    default @Nullable String measured(Interval measure, Wording words) {
        return null;
    }
}
