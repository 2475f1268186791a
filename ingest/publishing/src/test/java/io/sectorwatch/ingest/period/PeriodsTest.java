package io.sectorwatch.ingest.period;

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
        "2018-01-29/P7D, 2018-W05",
        "2018-01-15 00:00:00, 2018-01-15",
        "2000 Q1, 2000-Q1",
        "Q1 2000, 2000-Q1",
        "2000q1, 2000-Q1",
        "2000 q 3, 2000-Q3",
        "1Q2000, 2000-Q1",
        "1Q 2000, 2000-Q1",
        "Q3/2018, 2018-Q3",
        "2018K2, 2018-Q2",
        "2018QIV, 2018-Q4",
        "1. Quartal 2018, 2018-Q1",
        "2018 2. kvartal, 2018-Q2",
        "3e kwartaal 2018, 2018-Q3",
        "1er trimestre 2018, 2018-Q1",
        "2º trimestre 2018, 2018-Q2",
        "III trimestre 2018, 2018-Q3",
        "4th Quarter 2018, 2018-Q4",
        "Second quarter of 2018, 2018-Q2",
        "2018 H1, 2018-S1",
        "H2 2018, 2018-S2",
        "1H 2018, 2018-S1",
        "2018-H2, 2018-S2",
        "2018S1, 2018-S1",
        "2018 S2, 2018-S2",
        "2. Halbjahr 2018, 2018-S2",
        "2018MM07, 2018-07",
        "2018JJ00, 2018",
        "2018m7, 2018-07",
        "Jan 2018, 2018-01",
        "2018 JAN, 2018-01",
        "2018-Jan, 2018-01",
        "Jan-2018, 2018-01",
        "January 2018, 2018-01",
        "Sept. 2018, 2018-09",
        "2018 December, 2018-12",
        "Juillet 2018, 2018-07",
        "août 2018, 2018-08",
        "März 2018, 2018-03",
        "enero de 2018, 2018-01",
        "Diciembre 2018, 2018-12",
        "2018M07D03, 2018-07-03",
        "2018-M07-D03, 2018-07-03",
        "3 July 2018, 2018-07-03",
        "03-Jul-2018, 2018-07-03",
        "'Jul 3, 2018', 2018-07-03",
        "20180703, 2018-07-03",
        "2018/07/03, 2018-07-03",
        "3.7.2018, 2018-07-03",
        "2018 Week 5, 2018-W05",
        "2018W05, 2018-W05",
        "2018U05, 2018-W05",
        "2018V5, 2018-W05",
        "YR2018, 2018",
        "YR2018Q2, 2018-Q2"
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
                "2018 Q1 Q2",
                "Q1",
                "January",
                "Foo 2018",
                "2018 Q1 (p)",
                "2018e",
                "2018 32 May",
                "31 June 2018",
                "2018-01 2018-02",
                "20181301",
                "2018M1Q1",
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
        assertThat(PeriodReader.USUAL.within(written, frequency)).hasToString(period);
    }

    @ParameterizedTest
    @CsvSource({"2018, M", "2018-Q1, M", "2018-W05, M"})
    void refusesAFrequencyThePeriodDoesNotFitInto(String written, Frequency frequency) {
        assertThatThrownBy(() -> PeriodReader.USUAL.within(written, frequency))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
