package io.sectorwatch.ingest.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.tidy.TidyTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures with something behind them in their cells, or beside them in a column of its own. */
class FlaggedFiguresTest {
    private static final Moment MOMENT =
            new Moment(Instant.parse("2024-06-24T00:00:00Z"), Instant.parse("2024-06-25T00:00:00Z"));
    private static final String MAPPING = """
            dataset: flagged
            area: {from: country}
            indicator: exports
            source: office
            """;
    private static final String WIDE = "period: {columns: years}\n";
    private static final String BEHIND = "value: {flags: behind}\n";
    private static final String STATUS = "status: {from: OBS_FLAG, codes: {p: P, e: E, b: B, '1': ''}}\n";

    @ParameterizedTest
    @CsvSource({
        "12.3p, P",
        "12.3 e, E",
        "12.3 (p), P",
        "12.3*, A",
        "12.3 [1], A",
        "12.3 1), A",
        "12.3b, B",
        "12.3 p*, P",
        "12.3, A"
    })
    void readsWhatStandsBehindAFigureAsTheMappingSays(String cell, String status) throws IOException {
        assertThat(mapped(BEHIND + STATUS, "country,year,value\nPER,2020," + cell + "\n")
                        .lines())
                .containsExactly("exports/PER/economy/A 2020 12.3 " + status);
        assertThat(mapped(BEHIND + STATUS + WIDE, "country,2019,2020\nPER,," + cell + "\n")
                        .lines())
                .contains("exports/PER/economy/A 2020 12.3 " + status);
    }

    @Test
    void decidesTheMarksOfAColumnWithoutItsFlags() throws IOException {
        Outcome outcome =
                mapped(BEHIND + STATUS, "country,year,value\nPER,2020,\"1,234p\"\nCHL,2020,5.5e\nCOL,2020,: p\n");

        assertThat(outcome.rejections).isEmpty();
        assertThat(outcome.lines()).contains("exports/PER/economy/A 2020 1234 P", "exports/CHL/economy/A 2020 5.5 E");
    }

    @ParameterizedTest
    @CsvSource({
        "12.3p, 'stands ''p''; that it is a flag the mapping says with value: {flags: behind}'",
        "12.3 e, 'status: {from: OBS_FLAG, codes: {e: …}}'",
        "12.3*, 'value: {flags: behind}'",
        "1.5m, 'may stand for thousands, millions or more'",
        "3 bn, 'may stand for thousands, millions or more'",
        "(12.3), 'value: {negative: parentheses}'"
    })
    void saysOfOthersWhatAMappingWouldHaveToSay(String cell, String reason) throws IOException {
        Outcome outcome = mapped("", "country,year,value\nPER,2020," + cell + "\n");

        assertThat(outcome.facts).isEmpty();
        assertThat(outcome.reasons()).singleElement().asString().contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5m", "3 bn", "4 mio", "$1.5", "<0.1", "12.3q"})
    void neverTakesAMagnitudeOrAnUnknownFlagForAFigure(String cell) throws IOException {
        Outcome outcome = mapped(BEHIND + STATUS, "country,year,value\nPER,2020," + cell + "\n");

        assertThat(outcome.facts).isEmpty();
        assertThat(outcome.rejections).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country,2020,2020,2021,2021",
                "country,2020,,2021,",
                "country,2020,flag,2021,flag",
                "country,2020,2020_flag,2021,2021_flag",
                "country,2020,Flag 2020,2021,Flag 2021"
            })
    void readsTheFlagsThatStandBesideTheFiguresOfAPeriod(String header) throws IOException {
        assertThat(mapped(
                                "status: {from: OBS_FLAG, codes: eurostat}\n" + WIDE,
                                header + "\nPER,1.5,,2.5,p\nCHL,3.5,e,:,\n")
                        .lines())
                .contains(
                        "exports/PER/economy/A 2020 1.5 A",
                        "exports/PER/economy/A 2021 2.5 P",
                        "exports/CHL/economy/A 2020 3.5 E");
    }

    @Test
    void takesNeitherOfTwoFiguresUnderTheSameHeading() throws IOException {
        Outcome outcome = mapped(WIDE, "country,2020,2020,2021,2021\nPER,1.5,2.5,3.5,p\n");

        assertThat(outcome.lines()).containsExactly("exports/PER/economy/A 2021 3.5 A");
        assertThat(outcome.reasons())
                .containsExactly("of 2020 there are two figures, 1.5 and 2.5, and nothing says which is which");
    }

    @Test
    void readsASpreadsheetAsEurostatMakesIt() throws IOException {
        Outcome outcome = mapped(
                "status: {from: OBS_FLAG, codes: eurostat}\n" + WIDE,
                """
                Data extracted on 12/03/2024 10:00:00 from [ESTAT],,,,
                Unit of measure,,Percentage,,
                ,,,,
                TIME,2019,2019,2020,2020
                GEO (Labels),,,,
                France,2.5,,2.75,e
                Spain,1.5,,:,
                ,,,,
                Special value,,,,
                :,not available,,,
                Observation flags:,,,,
                e,estimated,,,
                """.replace("GEO (Labels)", "country (Labels)"),
                "\"country (Labels)\"");

        assertThat(outcome.reasons()).isEmpty();
        assertThat(outcome.lines())
                .contains("exports/FRA/economy/A 2020 2.75 E", "exports/ESP/economy/A 2019 1.5 A")
                .noneMatch(line -> line.contains("2020 1.5"));
    }

    @Test
    void saysWhereAFileEndsInTheMiddleOfALabel() throws IOException {
        String table = "country,2020,2021\nPER,1.5,2.5\n";

        assertThat(mapped(WIDE, table + "Colom").reasons())
                .singleElement()
                .asString()
                .contains("the file ends in the middle of this line, which has 1 cell where the header has 3");
        for (String cut : new String[] {"country,2020,2021\nColom", table + "Colombia,"}) {
            assertThat(mapped(WIDE, cut).reasons())
                    .singleElement()
                    .asString()
                    .contains("the file ends in the middle of this line");
        }
        for (String note : new String[] {"Colom\n", "Source: office", "\nOffice", "Notes\n1) estimated"}) {
            assertThat(mapped(WIDE, table + note).rejections).as(note).isEmpty();
        }
    }

    private static Outcome mapped(String more, String table) throws IOException {
        return mapped(more, table, "country");
    }

    private static Outcome mapped(String more, String table, String area) throws IOException {
        Mapping mapping = Outcome.mapping(MAPPING.replace("from: country", "from: " + area) + more);
        ReadOptions options = Mappings.reading((Charset) null, mapping);
        return Outcome.of(
                Mappings.named(mapping),
                new TidyTable().reader(options),
                new ByteArrayInputStream(table.getBytes(UTF_8)),
                MOMENT);
    }
}
