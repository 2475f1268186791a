package io.sectorwatch.ingest.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.schemas.series.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that leave open what they mean: refused with their readings, and read once somebody says which. */
class OpenPeriodTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            202403 | 2024-03 or 2024-W03 | {frequency: M} or {frequency: W}
            202431 | 2024-W31 | {frequency: W}
            20243 | 2024-Q3 or 2024-03 or 2024-W03 | {frequency: Q}
            2024/03 | 2024-03 or 2024-W03 | {frequency: M}
            03/2024 | 2024-03 or 2024-W03 | {frequency: M}
            2024:2 | 2024-S2 or 2024-Q2 | {frequency: Q}
            1999.1 | 1999-S1 or 1999-Q1 or a decimal number | {frequency: Q} or {form: yyyy.MM}
            1999.75 | a decimal number | {form: yyyy.MM}
            2024-T1 | 2024-Q1 or a third of the year | {frequency: Q}
            2024KW03 | 2024-Q3 or 2024-W03 | {frequency: Q} or {frequency: W}
            2022/23 | a year from 2022 to 2023 | {fiscal: start} or {fiscal: end}
            2022-23 | a year from 2022 to 2023 | {fiscal: start} or {fiscal: end}
            2022–23 | a year from 2022 to 2023 | {fiscal: start} or {fiscal: end}
            2021/2022 | a year from 2021 to 2022 | {fiscal: start} or {fiscal: end}
            20212022 | a year from 2021 to 2022 | {fiscal: start} or {fiscal: end}
            1999/00 | a year from 1999 to 2000 | {fiscal: end}
            FY 2022/23 | a year from 2022 to 2023 | {fiscal: end}
            201112 | 2011-12 or 2011-W12 or a year from 2011 to 2012 | {fiscal: start}
            FY2023 | one of the two years | 'FY'yyyy
            Jan-24 | a year of two digits | {form: MMM-yy, since: 1950}
            Jan 24 | a year of two digits, or none | {form: MMM yy, since: 1950}
            Sept. 24 | a year of two digits, or none | {form: MMM. yy, since: 1950}
            24-Jan | a year of two digits, or none | {form: yy-MMM, since: 1950}
            Q1-24 | a year of two digits | {form: "'Q'Q-yy", since: 1950}
            24Q1 | a year of two digits | {form: "yy'Q'Q", since: 1950}
            1Q24 | a year of two digits | {form: "Q'Q'yy", since: 1950}
            H1 24 | a year of two digits | {form: "'H'S yy", since: 1950}
            Q1'24 | a year of two digits | {form: "'Q'Q''yy", since: 1950}
            01/02/2024 | begin with the day or with the month | {form: dd/MM/yyyy}
            45292 | 2024-01-01 | {form: excel}
            """)
    void areRefusedWithTheirReadingsAndWhatToWrite(String written, String readings, String saying) {
        assertThatThrownBy(() -> Periods.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + written + "'")
                .hasMessageContaining(readings)
                .hasMessageContaining(saying);
    }

    @ParameterizedTest
    @CsvSource({
        "202403, M, 2024-03",
        "202403, W, 2024-W03",
        "202452, W, 2024-W52",
        "20243, Q, 2024-Q3",
        "20241, S, 2024-S1",
        "2024/03, M, 2024-03",
        "3/2024, M, 2024-03",
        "2024-3, Q, 2024-Q3",
        "1999.1, Q, 1999-Q1",
        "1999.10, M, 1999-10",
        "1999.0, A, 1999",
        "2024-T4, Q, 2024-Q4",
        "2024KW03, Q, 2024-Q3",
        "2024KW03, W, 2024-W03",
        "2010-11, M, 2010-11"
    })
    void areReadInAFrequencyThatIsSaid(String written, Frequency frequency, String period) {
        assertThat(PeriodReader.USUAL.within(written, frequency)).hasToString(period);
    }

    @ParameterizedTest
    @CsvSource({
        "1999.1, M", // the 0 of October may be lost
        "202403, Q",
        "202413, M",
        "202453, W",
        "20245, Q",
        "2024-T1, M",
        "2010-11, A",
        "2022/23, A",
        "202403, A"
    })
    void areRefusedInAFrequencyTheyDoNotFit(String written, Frequency frequency) {
        assertThatThrownBy(() -> PeriodReader.USUAL.within(written, frequency))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2022/23, 2022, 2023",
        "2022-23, 2022, 2023",
        "2010-11, 2010, 2011",
        "1999/00, 1999, 2000",
        "2021/2022, 2021, 2022",
        "FY2021-22, 2021, 2022",
        "201112, 2011, 2012",
        "2015, 2015, 2015"
    })
    void ofTwoYearsTheOneCountsThatIsSaid(String written, String start, String end) {
        assertThat(new PeriodReader(FiscalYear.START, null).read(written)).hasToString(start);
        assertThat(new PeriodReader(FiscalYear.END, null).read(written)).hasToString(end);
        assertThat(new PeriodReader(FiscalYear.END, null).within(written, Frequency.A))
                .hasToString(end);
    }

    @Test
    void yearsThatDoNotFollowOneAnotherAreNoFiscalYear() {
        PeriodReader fiscal = new PeriodReader(FiscalYear.END, null);
        assertThatThrownBy(() -> fiscal.read("2010-12")).hasMessageContaining("no two years in a row");
        assertThatThrownBy(() -> fiscal.read("2010/2015")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            yyyyMM, , 202403, 2024-03
            yyyyww, , 202403, 2024-W03
            yyyyQ, , 20243, 2024-Q3
            yyyy-QQ, , 2024-03, 2024-Q3
            yyyy.MM, , 1999.10, 1999-10
            'FY'yyyy, , FY2023, 2023
            MMM-yy, 1950, Jan-24, 2024-01
            MMM-yy, 1950, Sept-98, 1998-09
            MMM-yy, 1900, Jan-24, 1924-01
            'Q'Q-yy, 1990, Q4-89, 2089-Q4
            dd/MM/yyyy, , 01/02/2024, 2024-02-01
            MM/dd/yyyy, , 01/02/2024, 2024-01-02
            d. MMMM yyyy, , 3. März 2024, 2024-03-03
            yyyy'H'S, , 2024H2, 2024-S2
            excel, , 45292, 2024-01-01
            excel, , 45292.0, 2024-01-01
            excel-1904, , 43830, 2024-01-01
            """)
    void areReadInAFormThatIsSaid(String form, Integer since, String written, String period) {
        assertThat(new PeriodReader(null, PeriodForm.of(form, since)).read(written))
                .hasToString(period);
    }

    @ParameterizedTest
    @CsvSource({
        "yyyyMM, 2024-03",
        "yyyyMM, 202413",
        "yyyyww, 202353",
        "MMM yyyy, Foo 2024",
        "dd/MM/yyyy, 31/02/2024",
        "excel, 60",
        "excel, 1e5",
        "excel, 45292.5",
        "excel, 2024-01-01"
    })
    void areRefusedWhereTheyDoNotHaveTheFormThatIsSaid(String form, String written) {
        PeriodReader reader = new PeriodReader(null, PeriodForm.of(form, null));
        assertThatThrownBy(() -> reader.read(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            MMM-yy | two digits
            MM | no year
            yyyy-dd | no month
            yyyy-X | 'X'
            yyyy'Q | not closed
            yyyy MM MM | twice
            """)
    void aFormThatSaysTooLittleIsRefused(String form, String complaint) {
        assertThatThrownBy(() -> PeriodForm.of(form, null)).hasMessageContaining(complaint);
    }
}
