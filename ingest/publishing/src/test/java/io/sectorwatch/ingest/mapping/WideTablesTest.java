package io.sectorwatch.ingest.mapping;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.MisreadException;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.ReadRows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.tidy.TidyTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables with a column for each period, read as a mapping says, or as they look. */
class WideTablesTest {
    private static final Moment MOMENT =
            new Moment(Instant.parse("2024-06-24T00:00:00Z"), Instant.parse("2024-06-25T00:00:00Z"));
    private static final String MAPPING = """
            dataset: wide
            area: {from: country}
            indicator: exports
            source: office
            """;

    @Test
    void readsYearsAsHeadings() throws IOException {
        assertThat(read("REF_AREA,UNIT,2020,2021\nPER,usd,1.5,..\nCHL,usd,2,2.5\n")
                        .listed())
                .containsExactly("PER|usd|2020|1.5", "PER|usd|2021|", "CHL|usd|2020|2", "CHL|usd|2021|2.5");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-Q1,2020-Q2",
        "2020Q1,2020Q2",
        "Q1 2020,Q2 2020",
        "2020M01,2020M02",
        "2020-01,2020-02",
        "2020 [YR2020],2021 [YR2021]",
        "X2020,X2021",
        "2020*,2021**",
        "2020.0,2021.0"
    })
    void knowsPeriodsInHeadingsAsItDoesInColumnsAndWhatIsAddedToThem(String first, String second) throws IOException {
        assertThat(read("country," + first + "," + second + "\nPER,1.5,2.5\n").rows)
                .hasSize(2);
    }

    @Test
    void leavesOutTitlesNotesHeadingsAndBlankLines() throws IOException {
        ReadRows read = read("""
                Exports of goods

                Source:,Office of statistics
                country,2020,2021
                South America,,
                PER,1,2
                ,,
                CHL,3,4
                Note: figures of 2021 are provisional
                """);
        assertThat(read.listed()).containsExactly("PER|2020|1", "PER|2021|2", "CHL|2020|3", "CHL|2021|4");
        assertThat(read.lines).containsExactly(6L, 6L, 8L, 8L);
        assertThat(read.rejections).isEmpty();
    }

    @Test
    void readsYearsAboveTheirQuarters() throws IOException {
        ReadRows read = read("country,2020,,2021,\n,Q3,Q4,Q1,Q2\nPER,1,2,3,4\n");
        assertThat(read.listed()).containsExactly("PER|Q3 2020|1", "PER|Q4 2020|2", "PER|Q1 2021|3", "PER|Q2 2021|4");
    }

    @Test
    void readsAnExportInUtf16WithTabulators() throws IOException {
        String text = """
                ISO\tSubject\tNotes\t2020\t2021\tEstimates Start After
                PER\tGDP\t\t1,234.567\t12.345\t2020

                Office of statistics, April 2022
                """;
        ReadRows read =
                ReadRows.of(new TidyTable().reader(Mappings.reading(null, null)), ("\ufeff" + text).getBytes(UTF_16LE));
        assertThat(read.listed()).containsExactly("PER|GDP||2020|2020|1234.567", "PER|GDP||2020|2021|12.345");
        assertThat(read.rejections).isEmpty();
    }

    @Test
    void decidesTheMarksForAllPeriodsTogether() throws IOException {
        ReadRows read = read("country;2020;2021\nPER;1.234;0,5\nCHL;1.234.567;2,5\n");
        assertThat(read.listed())
                .containsExactlyInAnyOrder("PER|2020|1234", "PER|2021|0.5", "CHL|2020|1234567", "CHL|2021|2.5");
    }

    @Test
    void doesNotTakeFiguresForYears() {
        assertThatThrownBy(() -> read("country,when,amount\nPER,1999,2020\nCHL,2000,2021\n"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("which column holds the period cannot be told");
        assertThatThrownBy(() -> read("PER,1234,5678\nCHL,1235,5679\n")).isInstanceOf(UnreadableException.class);
    }

    @Test
    void readsTheColumnsThatAMappingNames() throws IOException {
        String table = "country,2019,2020,FY2021,2020-Q1\nPER,1,2,3,4\n";
        assertThat(mapped("period: {columns: years}\n", table).lines())
                .containsExactly("exports/PER/economy/A 2019 1 A", "exports/PER/economy/A 2020 2 A");
        assertThat(mapped("period: {columns: [\"202*\"]}\n", table).lines())
                .containsExactly("exports/PER/economy/A 2020 2 A", "exports/PER/economy/Q 2020-Q1 4 A");
        assertThat(mapped("period: {columns: quarters}\n", table).lines())
                .containsExactly("exports/PER/economy/Q 2020-Q1 4 A");
        assertThat(mapped("period: {columns: years}\nvalue: {decimal: comma}\n", "country;2019;2020\nPER;1,234;2,5\n")
                        .lines())
                .containsExactly("exports/PER/economy/A 2019 1.234 A", "exports/PER/economy/A 2020 2.5 A");
    }

    @Test
    void saysWhichHeadingsThereAreWhereNoneIsAPeriod() {
        assertThatThrownBy(() -> mapped("period: {columns: months}\n", "country,2019,2020\nPER,1,2\n"))
                .hasMessageContaining("periods; the first is: country, 2019, 2020");
        assertThatThrownBy(() -> Outcome.mapping(MAPPING + "period: {columns: decades}\n"))
                .hasMessageContaining("years");
        assertThatThrownBy(() -> Outcome.mapping(MAPPING + "period: {columns: years, from: YEAR}\n"))
                .hasMessageContaining("leave one out");
    }

    @Test
    void readsHeadingsWithWhatTheMappingSaysOfPeriods() throws IOException {
        String fiscal = "country,2008-09,2009-10,2012/13\nPER,1,2,3\n";
        assertThat(mapped("period: {columns: years, fiscal: end}\n", fiscal).lines())
                .containsExactly(
                        "exports/PER/economy/A 2009 1 A",
                        "exports/PER/economy/A 2010 2 A",
                        "exports/PER/economy/A 2013 3 A");
        assertThatThrownBy(() -> mapped("period: {columns: years}\n", fiscal))
                .hasMessageContaining("in line 1 '2008-09' does not say whether it is")
                .hasMessageContaining("{fiscal: end}");
        assertThat(mapped(
                                "period: {columns: quarters, form: \"'Q'Q-yy\", since: 1950}\n",
                                "country,Q4-49,Q1-50\nPER,1,2\n")
                        .lines())
                .containsExactly("exports/PER/economy/Q 2049-Q4 1 A", "exports/PER/economy/Q 1950-Q1 2 A");
        assertThat(mapped("period: {columns: months}\n", "country,202311,2023-12-01\nPER,1,2\n")
                        .lines())
                .containsExactly("exports/PER/economy/M 2023-11 1 A", "exports/PER/economy/M 2023-12 2 A");
    }

    @Test
    void leavesOutNoColumnThatMayBeAPeriodWithoutSayingSo() throws IOException {
        Outcome outcome = mapped("period: {columns: years}\n", "country,2011,2012/13,Rank\nPER,1,2,3\n");
        assertThat(outcome.lines()).containsExactly("exports/PER/economy/A 2011 1 A");
        assertThat(outcome.reasons())
                .singleElement()
                .asString()
                .startsWith("the column is left out, since its heading '2012/13' does not say whether it is");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            years ! 2999 ! is before 1500 or after 2200
            years ! 1066* ! is before 1500 or after 2200
            years ! FY2021 ! is a fiscal year that names one of the two years
            years ! 2021 plan ! is no period that is known here
            years ! 2015-2020 ! is no period that is known here
            months ! Jan-20 ! has a year of two digits, or none: a mapping says which with a form
            months ! 44197 ! may be a day of a spreadsheet, 2021-01-01
            months ! 2021-01-17 ! is neither the first nor the last day
            """)
    void tellsOfEveryHeadingThatLooksLikeAPeriodAndIsNotTaken(String columns, String heading, String reason)
            throws IOException {
        String usual = columns.equals("years") ? "2019" : "2019-05";
        String table = "country," + usual + "," + heading + ",Rank,column 3\nPER,1,2,3,4\n";
        Outcome said = mapped("period: {columns: " + columns + "}\n", table);
        assertThat(said.lines()).hasSize(1);
        assertThat(said.reasons())
                .singleElement()
                .asString()
                .startsWith("the column is left out, since its heading '" + heading + "' " + reason);
        assertThat(said.rejections.get(0).toString()).contains(heading);

        Outcome skipped = mapped("period: {columns: " + columns + ", skip: [\"" + heading + "\"]}\n", table);
        assertThat(skipped.lines()).isEqualTo(said.lines());
        assertThat(skipped.reasons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",Exports,,Imports,\ncountry,2020,2021,2020,2021\nPER,1,2,3,4\n",
                "country,2020,2021,note,2020 (p)\nPER,1,2,,4\n"
            })
    void saysWhereTwoHeadingsAreOnePeriod(String table) {
        assertThatThrownBy(() -> mapped("period: {columns: years}\n", table))
                .hasMessageContaining("two headings are 2020, and nothing says which figures are which");
    }

    @Test
    void tellsOfThemWhereNobodySaysThatHeadingsArePeriods() throws IOException {
        ReadRows read = read("REF_AREA,2020,2021,2999,Q1-22,Rank\nPER,1,2,3,4,5\n");
        assertThat(read.listed()).hasSize(2);
        assertThat(read.rejections)
                .hasSize(2)
                .anyMatch(one -> one.reason().contains("'2999'"))
                .anyMatch(one -> one.reason().contains("'Q1-22'"));
    }

    @Test
    void tellsOfAHeadingThatTheMappingNamesAndThatIsNoPeriod() throws IOException {
        Outcome outcome = mapped("period: {columns: [\"*20*\"]}\n", "country,2020,Total 2020\nPER,1,2\n");
        assertThat(outcome.lines()).hasSize(1);
        assertThat(outcome.reasons()).singleElement().asString().contains("'Total 2020' is no period");
    }

    @Test
    void asksForTheCenturyOfHeadingsWithTwoDigits() throws IOException {
        String table = "REF_AREA,Dec '49,Jan '50\nPER,1,2\n";
        String form = "{form: \"MMM ''yy\", since: 1950}";
        assertThatThrownBy(() -> read(table))
                .hasMessageContaining("'Dec '49' has a year of two digits")
                .hasMessageContaining(form);
        assertThatThrownBy(() -> mapped("period: {columns: months}\n", table.replace("REF_AREA", "country")))
                .hasMessageContaining(form);
        assertThat(mapped(
                                "period: {columns: months, form: \"MMM ''yy\", since: 1950}\n",
                                table.replace("REF_AREA", "country"))
                        .lines())
                .containsExactly("exports/PER/economy/M 2049-12 1 A", "exports/PER/economy/M 1950-01 2 A");
    }

    @ParameterizedTest
    @CsvSource({
        "2021, A",
        "2021 (p), P",
        "2021p, P",
        "2021 prov., P",
        "2021e, E",
        "2021 Estimate, E",
        "2021F, F",
        "2021 (proj.), F",
        "2021 b, B",
        "2021r, A",
        "2021 1), A"
    })
    void aMarkBehindAYearIsTheStatusOfItsFigures(String heading, String status) throws IOException {
        assertThat(mapped("period: {columns: years}\n", "country,2020," + heading + "\nPER,4,5\n")
                        .lines())
                .containsExactly("exports/PER/economy/A 2020 4 A", "exports/PER/economy/A 2021 5 " + status);
    }

    @Test
    void readsQuartersBelowTheirYearsWhereOnlyTheseAreWanted() throws IOException {
        String table = "country,2020,,2021,\n,Q3,Q4,Q1,Q2\nPER,1,2,3,4\n";
        assertThat(mapped("period: {columns: quarters}\n", table).lines())
                .containsExactly(
                        "exports/PER/economy/Q 2020-Q3 1 A",
                        "exports/PER/economy/Q 2020-Q4 2 A",
                        "exports/PER/economy/Q 2021-Q1 3 A",
                        "exports/PER/economy/Q 2021-Q2 4 A");
        assertThatThrownBy(() -> mapped("period: {columns: years}\n", table))
                .as("the first quarter below a year is not that year's figure")
                .hasMessageContaining("no line has the headings");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            country,2020,2021;PER,1,2 ! country,2014,2015;PER,7,8
            country,2020,2021;PER,1,2 ! ,2014,2015;PER,7,8
            country,2020,2021,2022;PER,1,2,3 ! nation,2014,2015,2016;PER,7,8,9
            country,2020,2021;PER,1,2 ! nation,Q1 2021,Q2 2021;PER,7,8
            """)
    void neverTakesTheFiguresOfAFurtherTableForThoseOfOtherPeriods(String first, String second) {
        String table = (first + ";;Per head;" + second).replace(';', '\n');
        ReadRows read = new ReadRows();
        assertThatThrownBy(() -> new TidyTable()
                        .reader(Mappings.reading(null, null))
                        .read("test.csv", new ByteArrayInputStream(table.getBytes(UTF_8)), read))
                .hasMessageStartingWith("line 5: another table begins here");
        assertThat(read.listed()).startsWith("PER|2020|1", "PER|2021|2").noneMatch(row -> row.contains("7"));
    }

    @Test
    void passesOverItsOwnHeaderOnFurtherPagesAndFiguresThatLookLikeYears() throws IOException {
        assertThat(read("country,2020,2021\nPER,1,2\ncountry,2020,2021\nCHL,2014,2015\n")
                        .listed())
                .containsExactly("PER|2020|1", "PER|2021|2", "CHL|2020|2014", "CHL|2021|2015");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            country,2004-05,2005-06;PER,1,2 ! period: {columns: periods}
            country,TIME_PERIOD,OBS_VALUE;PER,2011-12,1;PER,2012-13,2 ! period: {from: TIME_PERIOD}
            """)
    void neverTakesFiscalYearsForMonths(String table, String period) throws IOException {
        Mapping mapping = Outcome.mapping(MAPPING + period + "\n");
        Mapper mapper = new Mapper("test.csv", Mappings.named(mapping), MOMENT, new Outcome());
        new TidyTable()
                .reader(Mappings.reading(null, mapping))
                .read(
                        "test.csv",
                        new ByteArrayInputStream(table.replace(';', '\n').getBytes(UTF_8)),
                        mapper);
        assertThatThrownBy(mapper::requireComponents)
                .isInstanceOf(MisreadException.class)
                .hasMessageContaining("may be fiscal years and no months");
    }

    @Test
    void aRowInPercentStandsBesideOneThatIsNot() throws IOException {
        ReadRows read = read("country,what,2020,2021\nPER,exports,51,52\nPER,share,20.5%,21%\nCHL,share,7%,0.08\n");
        assertThat(read.listed())
                .containsExactly(
                        "PER|exports|2020|51",
                        "PER|exports|2021|52",
                        "PER|share|2020|20.5",
                        "PER|share|2021|21",
                        "CHL|share|2020|7");
        assertThat(read.rejections).singleElement().asString().contains("'0.08' is written without a percent sign");
    }

    private static ReadRows read(String text) throws IOException {
        return ReadRows.of(new TidyTable().reader(Mappings.reading(null, null)), text);
    }

    private static Outcome mapped(String more, String table) throws IOException {
        Mapping mapping = Outcome.mapping(MAPPING + more);
        ReadOptions options = Mappings.reading((Charset) null, mapping);
        return Outcome.of(
                Mappings.named(mapping),
                new TidyTable().reader(options),
                new ByteArrayInputStream(table.getBytes(UTF_8)),
                MOMENT);
    }
}
