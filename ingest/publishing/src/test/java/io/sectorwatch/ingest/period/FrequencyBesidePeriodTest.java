package io.sectorwatch.ingest.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyBesidePeriodTest {
    @ParameterizedTest
    @CsvSource({
        "A, 2019, 2019",
        "A, 2019-01-01, 2019",
        "A, 2019-12-31, 2019",
        "A, 2019-A1, 2019",
        "A5, 2019, 2019",
        "S, 2019-S2, 2019-S2",
        "S, 2019-07-01, 2019-S2",
        "S, 2019-12-31, 2019-S2",
        "H, 2019-H1, 2019-S1",
        "Q, 2019-Q2, 2019-Q2",
        "Q, 2019-04-01, 2019-Q2",
        "Q, 2019-06-30T00:00:00, 2019-Q2",
        "Q, 20192, 2019-Q2",
        "M, 2019-04, 2019-04",
        "M, 2010-11, 2010-11",
        "M, 2019-04-01, 2019-04",
        "M, 2020-02-29, 2020-02",
        "M, 201904, 2019-04",
        "W, 2019-W05, 2019-W05",
        "W, 2019-01-28, 2019-W05",
        "W, 2019-02-03, 2019-W05",
        "D, 2019-02-14, 2019-02-14",
        "B, 2019-02-14, 2019-02-14",
        "Q: Quarterly, 2019-04-01, 2019-Q2",
        "Quarterly, 2019-04-01, 2019-Q2",
        "monthly, 2019-04-01, 2019-04",
        "Vierteljährlich, 2019-04-01, 2019-Q2",
        "Daily - business week, 2019-02-14, 2019-02-14",
        "P3M, 2019-04-01, 2019-Q2",
        "_Z, 2019-04, 2019-04",
        "twice, 2019-04-05, 2019-04-05",
        "_U, 2019-04-05, 2019-04-05"
    })
    void aPeriodOrItsFirstOrLastDayIsTaken(String frequency, String written, String period) {
        assertThat(PeriodReader.USUAL.beside(written, SaidFrequency.of(frequency)))
                .hasToString(period);
    }

    @ParameterizedTest
    @CsvSource({
        "A, 2010-11",
        "A, 2010-06",
        "A, 2019-Q4",
        "A, 2019-06-30",
        "A, 2019-W05",
        "A, 2022/23",
        "S, 2019-01",
        "S, 2019-04-01",
        "H, 2019-01-01",
        "Q, 2019-02",
        "Q, 2019-01",
        "Q, 2019-02-01",
        "Q, 2019-03-30",
        "Q, 2019",
        "M, 2019",
        "M, 2019-Q1",
        "M, 2019-04-15",
        "W, 2019-02-01",
        "W, 2019-02",
        "D, 2019-02",
        "B, 2019",
        "_U, 2019-04-01"
    })
    void whatContradictsTheFrequencyIsRefused(String frequency, String written) {
        assertThatThrownBy(() -> PeriodReader.USUAL.beside(written, SaidFrequency.of(frequency)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + written + "'")
                .hasMessageContaining("a mapping says");
    }

    @Test
    void aFiscalYearOfAnnualFiguresIsReadAsTheMappingSays() {
        PeriodReader fiscal = new PeriodReader(FiscalYear.END, null);
        assertThat(fiscal.beside("2010-11", SaidFrequency.ANNUAL)).hasToString("2011");
        assertThatThrownBy(() -> PeriodReader.USUAL.beside("2010-11", SaidFrequency.ANNUAL))
                .hasMessageContaining("a year from 2010 to 2011")
                .hasMessageContaining("{fiscal: start}");
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ, FREQ",
        "freq, freq",
        "Frequency, Frequency",
        "Time frequency, Time frequency",
        "FREQ_CODE, FREQ_CODE",
        "Time.freq, Time.freq",
        "Périodicité, Périodicité",
        "FRECUENCIA, FRECUENCIA",
        "FREQ_DETAIL, ",
        "frequenc, "
    })
    void componentsAreKnownByTheNamesThatPublishersHave(String name, String found) {
        assertThat(SaidFrequency.component(List.of("GEO", name))).isEqualTo(found);
        assertThat(SaidFrequency.component(List.of("TIME_FORMAT", "FREQ"))).isEqualTo("FREQ");
    }

    @ParameterizedTest
    @CsvSource({
        "TLIST(A1), ANNUAL",
        "TLIST(Q1), QUARTERLY",
        "TLIST(M1), MONTHLY",
        "TLIST(W1), WEEKLY",
        "TLIST(H1), HALF_YEARLY",
        "Tid, NOTHING"
    })
    void dimensionsOfTimeAreKnownByTheirNames(String name, SaidFrequency said) {
        assertThat(SaidFrequency.ofDimension(name)).isEqualTo(said);
    }
}
