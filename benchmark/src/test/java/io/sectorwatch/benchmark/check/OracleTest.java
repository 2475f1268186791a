package io.sectorwatch.benchmark.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.benchmark.history.Figure;
import io.sectorwatch.benchmark.history.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OracleTest {
    private static final int FIRST = 2013;
    private static final String KEY = "gap-of-indicator-000|indicator-000/A001/aerospace/A";

    private final List<Figure> figures = new ArrayList<>();

    @Test
    void anAlertIsOpenFromTheFirstYearBelowToTheLastBeforeItClears() {
        benchmark(2013, 3000);
        area(2013, 2505);
        area(2014, 2495);
        area(2015, 2695);
        area(2016, 2415);

        assertThat(open()).containsExactly(Map.entry(KEY, new OpenAlert(2014, 2016, 2415, 2013, 3000, -585)));
    }

    @Test
    void itIsClearedAtTheOtherEdge() {
        benchmark(2013, 3000);
        area(2013, 2495);
        area(2014, 2705);

        assertThat(open()).isEmpty();
    }

    @Test
    void insideTheHysteresisNothingIsRaised() {
        benchmark(2013, 3000);
        area(2013, 2595);

        assertThat(open()).isEmpty();
    }

    @Test
    void aRevisionCountsInWhateverOrderItBecomesKnown() {
        benchmark(2013, 3000);
        figures.add(new Figure(0, 1, 2013, 2995, 20));
        figures.add(new Figure(0, 1, 2013, 2005, 10));

        assertThat(open()).isEmpty();

        figures.add(new Figure(0, 0, 2013, 3600, 30));
        assertThat(open()).containsExactly(Map.entry(KEY, new OpenAlert(2013, 2013, 2995, 2013, 3600, -605)));
    }

    @Test
    void aBenchmarkIsGoodForThreeYearsMore() {
        benchmark(2013, 3000);
        area(2016, 2005);
        assertThat(open()).hasSize(1);

        area(2017, 2995);
        assertThat(open()).as("2017 has nothing to be compared with").hasSize(1);

        benchmark(2014, 3000);
        assertThat(open()).isEmpty();
    }

    private void benchmark(int year, int thousandths) {
        figures.add(new Figure(0, 0, year, thousandths, 1));
    }

    private void area(int year, int thousandths) {
        figures.add(new Figure(0, 1, year, thousandths, 1));
    }

    private Map<String, OpenAlert> open() {
        Workload workload = new Workload(1, 2, Workload.LAST_YEAR - FIRST + 1, 1);
        Oracle oracle = new Oracle(workload);
        figures.forEach(oracle::know);
        return oracle.open();
    }
}
