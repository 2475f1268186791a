package io.sectorwatch.processor.scorecard;

import io.sectorwatch.schemas.message.SectorCard.AreaFigure;
import io.sectorwatch.schemas.message.SectorCard.Statistic;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The highest, the lowest and the median of figures of which some are only bounds. The figure of each place in the order lies
 * between that place among the least and that among the greatest values that the figures can have; where these are the same it
 * is known, and otherwise one of them bounds it.
 */
final class OrderStatistics {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final Comparator<AreaFigure> BY_LEAST = Comparator.comparing(OrderStatistics::isBoundedBelow)
            .thenComparing((one, other) -> isBoundedBelow(one) ? one.value().compareTo(other.value()) : 0)
            .thenComparing(figure -> figure.comparator() == Bound.MORE);
    private static final Comparator<AreaFigure> BY_GREATEST = Comparator.comparing(
                    (AreaFigure figure) -> !isBoundedAbove(figure))
            .thenComparing((one, other) -> isBoundedAbove(one) ? one.value().compareTo(other.value()) : 0)
            .thenComparing(figure -> figure.comparator() != Bound.LESS);

    private final List<AreaFigure> figures;
    private final List<AreaFigure> byLeast;
    private final List<AreaFigure> byGreatest;

    /** Of figures that stand in the order of their areas; there is at least one. */
    OrderStatistics(List<AreaFigure> figures) {
        this.figures = figures;
        this.byLeast =
                figures.stream().sorted(BY_LEAST.thenComparing(BY_GREATEST)).toList();
        this.byGreatest =
                figures.stream().sorted(BY_GREATEST.thenComparing(BY_LEAST)).toList();
    }

    /** The highest, of several the first area's; null where nothing is said of it. */
    @Nullable
    Statistic highest() {
        int last = figures.size() - 1;
        return ofFirstArea(at(last, last, true));
    }

    /** The lowest, of several the first area's; null where nothing is said of it. */
    @Nullable
    Statistic lowest() {
        return ofFirstArea(at(0, 0, false));
    }

    /** The median, of an even number the mean of the two in the middle; null where nothing is said of it. */
    @Nullable
    Statistic median() {
        return at((figures.size() - 1) / 2, figures.size() / 2, true);
    }

    /** The mean of two places in the order; where it is not known, bounded rather from below or rather from above. */
    private @Nullable Statistic at(int place, int next, boolean ratherBelow) {
        Statistic least = mean(byLeast.get(place), byLeast.get(next), true);
        Statistic greatest = mean(byGreatest.get(place), byGreatest.get(next), false);
        if (least == null || greatest == null) {
            return least == null ? greatest : least;
        }
        boolean isKnown = least.value().compareTo(greatest.value()) == 0
                && least.comparator() == Bound.AT_LEAST
                && greatest.comparator() == Bound.AT_MOST;
        return isKnown ? new Statistic(least.value(), null, least.of()) : ratherBelow ? least : greatest;
    }

    /** What the mean of two figures is at least, or at most; null where one of them can be anything. */
    private static @Nullable Statistic mean(AreaFigure one, AreaFigure other, boolean below) {
        if (below ? !isBoundedBelow(one) || !isBoundedBelow(other) : !isBoundedAbove(one) || !isBoundedAbove(other)) {
            return null;
        }
        Bound strict = below ? Bound.MORE : Bound.LESS;
        boolean isStrict = one.comparator() == strict || other.comparator() == strict;
        return new Statistic(
                Decimals.computed(one.value().add(other.value()).multiply(HALF)),
                isStrict ? strict : below ? Bound.AT_LEAST : Bound.AT_MOST,
                one.equals(other) ? List.of(one) : List.of(one, other));
    }

    private @Nullable Statistic ofFirstArea(@Nullable Statistic statistic) {
        if (statistic == null) {
            return null;
        }
        AreaFigure any = statistic.of().get(0);
        AreaFigure first = figures.stream()
                .filter(figure -> figure.comparator() == any.comparator()
                        && figure.value().compareTo(any.value()) == 0)
                .findFirst()
                .orElse(any);
        return new Statistic(statistic.value(), statistic.comparator(), List.of(first));
    }

    private static boolean isBoundedBelow(AreaFigure figure) {
        return figure.comparator() != Bound.LESS && figure.comparator() != Bound.AT_MOST;
    }

    private static boolean isBoundedAbove(AreaFigure figure) {
        return figure.comparator() != Bound.MORE && figure.comparator() != Bound.AT_LEAST;
    }
}
