package io.sectorwatch.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.schemas.series.Frequency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {
    @ParameterizedTest
    @CsvSource({
        "2018, 2018",
        "' 2018 ', 2018",
        "2018Z, 2018",
        "2018-A1, 2018",
        "2018A, 2018",
        "2018-S1, 2018-S1",
        "2018S2, 2018-S2",
        "2018B1, 2018-S1",
        "2018-B2, 2018-S2",
        "2018H1, 2018-S1",
        "2018-Q1, 2018-Q1",
        "2018Q4, 2018-Q4",
        "Q3-2018, 2018-Q3",
        "2018-01, 2018-01",
        "2018M01, 2018-01",
        "2018M1, 2018-01",
        "2018-M12, 2018-12",
        "2018-W05, 2018-W05",
        "2018W5, 2018-W05",
        "2020W53, 2020-W53",
        "2018-01-15, 2018-01-15",
        "2018-01-15+01:00, 2018-01-15",
        "2018-01-15T00:00:00, 2018-01-15",
        "2018-01-15T00:00:00.000Z, 2018-01-15",
        "2018-D032, 2018-02-01",
        "2018-01-01/P1Y, 2018",
        "2018-07-01/P6M, 2018-S2",
        "2018-04-01/P3M, 2018-Q2",
        "2018-04-01T00:00:00/P1M, 2018-04",
        "2018-01-29/P7D, 2018-W05"
    })
    void readsWhatPublishersWrite(String written, String period) {
        assertThat(Periods.parse(written)).hasToString(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "18",
                "0999",
                "2018-13",
                "2018M13",
                "2018Q5",
                "2018-S3",
                "2018W53",
                "2018-02-30",
                "2018-D366",
                "2018-T1",
                "2018/2019",
                "2018-04-02/P1M",
                "2018-01-15T12:00:00",
                "Jan-2018",
                "2018-00000000000000000000000000000000000000000000000000000000000000000000000"
            })
    void refusesWhatIsNone(String written) {
        assertThatThrownBy(() -> Periods.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank()
                .hasSizeLessThan(250);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-03-31, Q, 2018-Q1",
        "2018-01-01, A, 2018",
        "2018-07-01, M, 2018-07",
        "2018-06, S, 2018-S1",
        "2018-W05, W, 2018-W05",
        "2018-01-31, W, 2018-W05"
    })
    void takesADayOrMonthForThePeriodItLiesInWhereTheFrequencyIsKnown(
            String written, Frequency frequency, String period) {
        assertThat(Periods.parse(written, frequency)).hasToString(period);
    }

    @ParameterizedTest
    @CsvSource({"2018, M", "2018-Q1, M", "2018-W05, M"})
    void refusesAFrequencyThePeriodDoesNotFitInto(String written, Frequency frequency) {
        assertThatThrownBy(() -> Periods.parse(written, frequency)).isInstanceOf(IllegalArgumentException.class);
    }
}
