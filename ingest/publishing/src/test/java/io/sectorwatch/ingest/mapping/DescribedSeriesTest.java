package io.sectorwatch.ingest.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.ReadRows;
import io.sectorwatch.ingest.format.describedseries.DescribedSeries;
import io.sectorwatch.ingest.format.registry.Formats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series in a column each, below lines that say what they are. */
class DescribedSeriesTest {
    private static final Moment MOMENT = new Moment(null, Instant.parse("2024-06-25T00:00:00Z"));
    private static final String MILLS = """
            "Title","Output of mills","Output of mills, per head"
            "CDID","QQA1","QQA2"
            "Source dataset ID","QN1","QN1"
            "PreUnit","£",""
            "Unit","m",""
            "Release date","30-09-2022","30-10-2022"
            "Important notes",,
            "1990","10","1.5"
            "1990 Q1","2.5",""
            "1990 JAN","0.5","0.25"
            """;
    private static final String MAPPING = """
            dataset: mills
            where: {CDID: QQA1}
            area: GBR
            indicator: output
            unit: {from: Unit}
            source: {id: office, locator: {from: CDID}}
            published: {from: "Release date", form: dd-MM-yyyy}
            """;

    @Test
    void readsYearsQuartersAndMonthsBelowEachOther() throws IOException {
        Outcome outcome = mapped(MAPPING, MILLS);
        assertThat(outcome.reasons()).isEmpty();
        assertThat(outcome.lines())
                .containsExactly(
                        "output/GBR/economy/A 1990 10 A",
                        "output/GBR/economy/Q 1990-Q1 2.5 A",
                        "output/GBR/economy/M 1990-01 0.5 A");
        assertThat(outcome.observations()).allSatisfy(fact -> {
            assertThat(fact.published()).isEqualTo("2022-09-30T00:00:00Z");
            assertThat(fact.unit()).isEqualTo("m");
            assertThat(fact.source().locator()).isEqualTo("QQA1");
        });
    }

    @Test
    void eachLineAboveTheFiguresIsAComponent() throws IOException {
        ReadRows read = ReadRows.of(new DescribedSeries().reader(Mappings.reading(null, null)), """
                        Series code,XX01'RATE,XX02'RATE
                        Name of time-series,"Rate, overnight",Rate at the end of the month
                        1985/07,6.125,7
                        """);
        assertThat(read.listed())
                .containsExactlyInAnyOrder(
                        "1985/07|6.125|XX01'RATE|Rate, overnight", "1985/07|7|XX02'RATE|Rate at the end of the month");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Year,Peru,Chile\n2020,1,2\n",
                "Title,Exports\nSource,Office\nyear,value\n2020,1\n",
                "CDID,year,value\nQQA1,2020,1\n",
                "CDID,QQA1\n2020,1\n"
            })
    void isNotWhatOtherTablesAreTakenFor(String table) throws IOException {
        assertThat(Formats.recognise(table.getBytes(UTF_8), null).name()).isNotEqualTo("series-csv");
    }

    @Test
    void saysWhatItMissesWhereItIsToldToReadAnotherTable() {
        assertThatThrownBy(() -> mapped(MAPPING, "Year,Peru,Chile\n2020,1,2\n"))
                .hasMessageContaining("no lines that say what each series is, such as CDID");
    }

    @Test
    void readsThousandsOfSeriesBesideEachOther() throws IOException {
        StringBuilder table = new StringBuilder();
        for (String label : new String[] {"Title", "CDID", "Unit", "Release date", "1990", "1991"}) {
            table.append(label);
            for (int i = 0; i < 5_000; i++) {
                table.append(',')
                        .append(
                                switch (label) {
                                    case "CDID" -> "QQA" + i;
                                    case "Release date" -> "30-09-2022";
                                    case "1990", "1991" -> Integer.toString(i);
                                    default -> "a long text of many words";
                                });
            }
            table.append('\n');
        }
        assertThat(mapped(MAPPING.replace("CDID: QQA1", "CDID: QQA4999"), table.toString())
                        .lines())
                .containsExactly("output/GBR/economy/A 1990 4999 A", "output/GBR/economy/A 1991 4999 A");
    }

    @Test
    void refusesALineWithMoreFiguresThanSeriesOrFewer() throws IOException {
        assertThat(mapped(MAPPING, MILLS + "\"1991\",\"11\"\n\"1992\",\"1\",\"2\",\"3\"\n")
                        .reasons())
                .hasSize(2);
    }

    private static Outcome mapped(String yaml, String table) throws IOException {
        Mapping mapping = Outcome.mapping(yaml);
        return Outcome.of(
                Mappings.named(mapping),
                new DescribedSeries().reader(Mappings.reading(null, mapping)),
                new ByteArrayInputStream(table.getBytes(UTF_8)),
                MOMENT);
    }
}
