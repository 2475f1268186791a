package io.sectorwatch.launcher.table;

import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Figure;
import io.sectorwatch.schemas.series.Bound;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A transition as a spreadsheet reads it. */
public final class TransitionRow {
    /** The columns. */
    public static final String HEADER =
            "decided_at,transition,reason,alert,rule,severity,indicator,area,sector,frequency,"
                    + "since,period,certainty,kind,measure_comparator,measure,side,limit,comparator,value,status,published,source,"
                    + "benchmark,benchmark_period,benchmark_value,release,message";

    /**
     * A row of {@link #HEADER}.
     *
     * @param release that it was decided with; null for none
     */
    public static String of(Transition transition, @Nullable String release) {
        Figure figure = transition.observation();
        Figure benchmark = transition.benchmark();
        return CsvRow.of(
                transition.decidedAt(),
                transition.transition(),
                transition.reason().code(),
                transition.alert(),
                transition.rule(),
                transition.severity().code(),
                transition.series().indicator(),
                transition.series().area(),
                transition.series().sector(),
                transition.series().frequency(),
                transition.since(),
                transition.period(),
                transition.certainty().code(),
                transition.measure().kind(),
                symbol(transition.measure().comparator()),
                number(transition.measure().value()),
                transition.limit() == null ? null : transition.limit().side().field(),
                transition.limit() == null ? null : number(transition.limit().value()),
                figure == null ? null : symbol(figure.comparator()),
                figure == null ? null : number(figure.value()),
                figure == null ? null : String.join(" ", figure.status()),
                figure == null ? null : figure.published(),
                figure == null ? null : figure.source(),
                benchmark == null ? null : benchmark.series(),
                benchmark == null ? null : benchmark.period(),
                benchmark == null ? null : number(benchmark.value()),
                release,
                transition.message());
    }

    private static @Nullable String symbol(@Nullable Bound bound) {
        return bound == null ? null : bound.symbol();
    }

    private static @Nullable String number(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private TransitionRow() {}
}
