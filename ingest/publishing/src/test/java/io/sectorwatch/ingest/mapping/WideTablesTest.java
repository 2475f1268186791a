package io.sectorwatch.ingest.mapping;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
