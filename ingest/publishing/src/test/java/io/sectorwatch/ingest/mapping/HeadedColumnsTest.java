package io.sectorwatch.ingest.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.tidy.TidyTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables with a column for each area or indicator. */
class HeadedColumnsTest {
    private static final Moment MOMENT =
            new Moment(Instant.parse("2024-06-24T00:00:00Z"), Instant.parse("2024-06-25T00:00:00Z"));
    private static final String AREAS = """
            dataset: trips
            area: {columns: "*"}
            indicator: trips
            source: office
            """;
    private static final String INDICATORS = """
            dataset: rail
            area: {from: land}
            indicator: {columns: [Trips, "Freight*"], codes: {Trips: trips, "Freight (t)": freight}}
            source: office
            """;

    @Test
    void readsAColumnForEachArea() throws IOException {
        Outcome outcome = mapped(AREAS, "year,Portugal,SWE,Viet Nam\n2020,1.5,2,\n2021,:,3,4\n");
        assertThat(outcome.lines())
                .containsExactly(
                        "trips/PRT/economy/A 2020 1.5 A",
                        "trips/SWE/economy/A 2020 2 A",
                        "trips/VNM/economy/A 2020 - M",
                        "trips/PRT/economy/A 2021 - M",
                        "trips/SWE/economy/A 2021 3 A",
                        "trips/VNM/economy/A 2021 4 A");
        assertThat(outcome.reasons()).isEmpty();
    }

    @Test
    void readsAsTheManualSays() throws IOException {
        String manual = Files.readString(Path.of("../../docs/ingest.md"));
        String yaml =
                manual.replaceFirst("(?s).*```yaml\n(?=dataset: trips\n)", "").replaceFirst("(?s)```.*", "");
        assertThat(mapped(yaml, "year,Portugal,Sweden,Rank\n2020,1.5,2,7\n").lines())
                .containsExactly("trips/PRT/economy/A 2020 1.5 A", "trips/SWE/economy/A 2020 2 A");
    }

    @Test
    void columnsThatTheMappingNamesForSomethingElseAreNoneOfThem() throws IOException {
        String mapping =
                AREAS + "unit: {from: Unit}\nperiod: {from: Wann}\nwhere: {Kind: all}\nstatus: {from: State}\n";
        Outcome outcome =
                mapped(mapping, "Wann,Kind,Unit,State,PRT,SWE\n2020,all,mio,P,1,2\n2020,some,mio,P,0.1,0.2\n");
        assertThat(outcome.lines()).containsExactly("trips/PRT/economy/A 2020 1 P", "trips/SWE/economy/A 2020 2 P");
        assertThat(outcome.reasons()).isEmpty();
    }

    @Test
    void refusesAHeadingThatIsNoAreaUnlessItIsSkipped() throws IOException {
        String table = "year,Portugal,Atlantis,Rank\n2020,1,2,3\n";
        assertThat(mapped(AREAS, table).reasons())
                .hasSize(2)
                .allMatch(reason -> reason.startsWith("the heading is '"))
                .anyMatch(
                        reason -> reason.contains("'Atlantis', which the mapping does not know: add it to the codes"));
        Outcome skipped = mapped(AREAS.replace("\"*\"", "\"*\", skip: [Atl*, Rank]"), table);
        assertThat(skipped.lines()).containsExactly("trips/PRT/economy/A 2020 1 A");
        assertThat(skipped.reasons()).isEmpty();
    }

    @Test
    void decidesTheMarksForAllAreasTogether() throws IOException {
        assertThat(mapped(AREAS, "year,Portugal,Sweden\n2020,1.234,1.234.567\n2021,\"1,5\",2\n")
                        .lines())
                .containsExactlyInAnyOrder(
                        "trips/PRT/economy/A 2020 1234 A",
                        "trips/SWE/economy/A 2020 1234567 A",
                        "trips/PRT/economy/A 2021 1.5 A",
                        "trips/SWE/economy/A 2021 2 A");
    }

    @Test
    void readsAColumnForEachIndicator() throws IOException {
        Outcome outcome = mapped(INDICATORS, "land,year,Trips,Freight (t),Note\nPRT,2020,1.5,2,new\nSWE,2020,3,4,\n");
        assertThat(outcome.lines())
                .containsExactly(
                        "trips/PRT/economy/A 2020 1.5 A",
                        "freight/PRT/economy/A 2020 2 A",
                        "trips/SWE/economy/A 2020 3 A",
                        "freight/SWE/economy/A 2020 4 A");
        assertThat(outcome.reasons()).isEmpty();
    }

    @Test
    void eachIndicatorMayBeInAUnitOfItsOwn() throws IOException {
        assertThat(mapped(INDICATORS, "land,year,Trips,Freight (t)\nPRT,2020,150,2%\nSWE,2020,7,4.5%\n")
                        .lines())
                .containsExactly(
                        "trips/PRT/economy/A 2020 150 A",
                        "freight/PRT/economy/A 2020 2 A",
                        "trips/SWE/economy/A 2020 7 A",
                        "freight/SWE/economy/A 2020 4.5 A");
    }

    @Test
    void aColumnThatIsCalledHeadingIsNotTheHeading() throws IOException {
        String mapping = AREAS.replace("\"*\"", "[PRT, SWE]");
        assertThat(mapped(mapping, "year,HEADING,PRT,SWE\n2020,FRA,1,2\n").lines())
                .containsExactly("trips/PRT/economy/A 2020 1 A", "trips/SWE/economy/A 2020 2 A");
    }

    @Test
    void saysWhichHeadingsThereAreWhereNoneIsMeant() {
        assertThatThrownBy(() -> mapped(AREAS.replace("\"*\"", "[PT, SE]"), "year,Portugal,Sweden\n2020,1,2\n"))
                .hasMessageContaining("no heading is one of those that the mapping names")
                .hasMessageContaining("year, Portugal, Sweden");
        assertThatThrownBy(() -> mapped(AREAS, "when,Portugal,Sweden\n2020,1,2\n"))
                .hasMessageContaining("which column holds the period cannot be told")
                .hasMessageContaining("period: {from: COLUMN}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '!', textBlock = """
            area: {columns: "*", from: land}\\nindicator: trips | leave one out
            area: {columns: "*"}\\nindicator: {columns: "*"} | only one of them can be
            area: {columns: "*"}\\nindicator: trips\\nperiod: {columns: years} | only one of them can be
            area: {columns: "*"}\\nindicator: trips\\nvalue: {from: VAL} | leave out its from:
            area: {columns: []}\\nindicator: trips | write "*" for all
            area: [PRT]\\nindicator: trips | area
            area: {columns: "*"}\\nindicator: trips\\nsector: {columns: "*"} | columns
            """)
    void refusesAMappingThatContradictsItself(String fields, String complaint) {
        assertThatThrownBy(
                        () -> Outcome.mapping("dataset: trips\nsource: office\n" + fields.replace("\\n", "\n") + '\n'))
                .hasMessageContaining(complaint);
    }

    private static Outcome mapped(String yaml, String table) throws IOException {
        Mapping mapping = Outcome.mapping(yaml);
        return Outcome.of(
                Mappings.named(mapping),
                new TidyTable().reader(Mappings.reading(null, mapping)),
                new ByteArrayInputStream(table.getBytes(UTF_8)),
                MOMENT);
    }
}
