package io.sectorwatch.processor.scorecard;

import io.sectorwatch.schemas.message.Scorecard.Gap;
import io.sectorwatch.schemas.message.Scorecard.Line;
import io.sectorwatch.schemas.message.SectorCard.AreaFigure;
import io.sectorwatch.schemas.message.SectorCard.Comparison;
import io.sectorwatch.schemas.message.SectorCard.Spread;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Frequency;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The current figures of one indicator, each of another area. Not thread-safe. */
final class CurrentFigures {
    private final List<AreaFigure> figures = new ArrayList<>();
    private final SortedSet<String> units = new TreeSet<>();
    private int compared;
    private int above;
    private int possiblyAbove;

    void add(String area, Line line) {
        figures.add(new AreaFigure(area, line.period(), line.value(), line.comparator()));
        if (line.unit() != null) {
            units.add(line.unit());
        }
        Gap gap = line.gap();
        if (gap != null) {
            compare(gap);
        }
    }

    Spread spread(String indicator, Frequency frequency) {
        boolean comparable = units.size() <= 1 && !figures.isEmpty();
        OrderStatistics statistics = comparable ? new OrderStatistics(figures) : null;
        return new Spread(
                indicator,
                frequency,
                figures.size(),
                units.size() == 1 ? units.first() : null,
                statistics == null ? null : statistics.highest(),
                statistics == null ? null : statistics.median(),
                statistics == null ? null : statistics.lowest(),
                compared == 0 ? null : new Comparison(compared, above, possiblyAbove));
    }

    private void compare(Gap gap) {
        compared++;
        int sign = gap.value().signum();
        Bound bound = gap.comparator();
        if (sign > 0 && !isFromAbove(bound) || sign == 0 && bound == Bound.MORE) {
            above++;
        } else if (bound != null && (sign > 0 || !isFromAbove(bound))) {
            possiblyAbove++;
        }
    }

    private static boolean isFromAbove(@Nullable Bound bound) {
        return bound == Bound.LESS || bound == Bound.AT_MOST;
    }
}
