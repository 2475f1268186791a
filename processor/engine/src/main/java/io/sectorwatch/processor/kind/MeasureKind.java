package io.sectorwatch.processor.kind;

import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Limit;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One way of measuring a series. A measure at a period rests on that period and earlier ones only, so that a later
 * figure never changes it.
 */
public non-sealed interface MeasureKind extends Kind {
    /** What the measure is held against. */
    Limit limit();

    /** The measure at a period; null where it is not defined. */
    @Nullable
    Measurement at(SeriesViews views, int period);

    /** What it compares with; null for a kind that compares with no benchmark. */
    default @Nullable Benchmark benchmark() {
        return null;
    }

    @Override
    default List<ComparedSeries> compared() {
        Benchmark benchmark = benchmark();
        return benchmark == null ? List.of() : List.of(benchmark.series());
    }

    /** Hands on the rows that the measure at a period was taken from, the own current one first. */
    default void inputs(SeriesViews views, int period, BiConsumer<View, Integer> rows) {
        int own = views.own().current(period);
        if (own != View.NONE) {
            rows.accept(views.own(), own);
        }
    }

    /** The measure in words, where the figure alone does not tell it; null where it does. */
    default @Nullable String measured(Interval measure, Wording words) {
        return null;
    }
}
