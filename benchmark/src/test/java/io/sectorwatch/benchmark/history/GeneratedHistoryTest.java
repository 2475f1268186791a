package io.sectorwatch.benchmark.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratedHistoryTest {
    private static final Workload WORKLOAD = new Workload(20, 30, 40, 7);

    @Test
    void figuresComeInTheOrderInWhichTheyBecameKnown() {
        assertThat(figures(WORKLOAD))
                .isSortedAccordingTo(Comparator.comparingLong(Figure::published).thenComparingInt(Figure::year));
    }

    @Test
    void everyPeriodOfEverySeriesIsKnownAndOneInTwentyIsRevised() {
        List<Figure> figures = figures(WORKLOAD);
        Set<List<Integer>> periods = new HashSet<>();
        figures.forEach(figure -> periods.add(List.of(figure.indicator(), figure.area(), figure.year())));

        assertThat(periods).hasSize(20 * 30 * 40);
        assertThat(figures.size() - periods.size()).isBetween(1_000, 1_400);
    }

    @Test
    void noDistanceLiesOnAThreshold() {
        assertThat(figures(WORKLOAD))
                .allMatch(figure -> Math.floorMod(figure.thousandths(), 10) == (figure.area() == 0 ? 0 : 5));
    }

    @Test
    void theSameSeedGivesTheSameHistory() {
        assertThat(figures(WORKLOAD)).isEqualTo(figures(WORKLOAD)).isNotEqualTo(figures(new Workload(20, 30, 40, 8)));
    }

    @Test
    void inReleasesAllAreasOfAnIndicatorHaveTheirYearAtOneMoment() {
        List<Figure> figures = new ArrayList<>();
        GeneratedHistory.tellReleases(WORKLOAD, figures::add);

        Map<List<Object>, Set<Integer>> areas = new HashMap<>();
        figures.forEach(figure -> areas.computeIfAbsent(
                        List.of(figure.indicator(), figure.published()), none -> new HashSet<>())
                .add(figure.area()));
        assertThat(figures).isSortedAccordingTo(Comparator.comparingLong(Figure::published));
        // In the last year there are revisions alone, and not of every area.
        assertThat(areas.values().stream().filter(its -> its.size() == 30)).hasSize(20 * 40);
    }

    @Test
    void aNumberOfEventsIsComeNearTo() {
        assertThat(Workload.ofEvents(2.1e6, 200, 50, 1).indicators()).isEqualTo(200);
        assertThat(Workload.ofEvents(8.4e6, 200, 50, 1).indicators()).isEqualTo(800);
    }

    private static List<Figure> figures(Workload workload) {
        List<Figure> figures = new ArrayList<>();
        long count = GeneratedHistory.tell(workload, figures::add);
        assertThat(figures).hasSize((int) count);
        return figures;
    }
}
