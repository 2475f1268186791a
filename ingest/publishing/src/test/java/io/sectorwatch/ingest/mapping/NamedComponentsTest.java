package io.sectorwatch.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.MisreadException;
import io.sectorwatch.ingest.format.Row;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A component that a mapping names, whatever for, is in the data set or the data set is not mapped. */
class NamedComponentsTest {
    private static final Moment MOMENT = new Moment(null, Instant.parse("2026-01-01T00:00:00Z"));
    private static final String MAPPING = """
            dataset: power
            area: {from: AREA}
            indicator: output
            source: {id: office}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            value: {multiply: NONE}
            status: {from: NONE}
            status: {from: [NONE, NEITHER]}
            comparator: {from: NONE}
            nextRelease: {from: NONE}
            unit: {from: NONE}
            sector: {from: NONE}
            where: {NONE: x}
            published: {from: NONE}
            period: {frequency: {from: NONE}}
            """)
    void isNeededWhateverItIsFor(String field) throws IOException {
        Outcome outcome =
                Outcome.of(MAPPING + field + "\n", Table.of("AREA|TIME_PERIOD|OBS_VALUE\nFRA|2022|1.5\n"), MOMENT);
        assertThat(outcome.facts).isEmpty();
        assertThat(outcome.reasons())
                .singleElement()
                .asString()
                .matches("mapping 'power' needs NONE( or NEITHER)?,"
                        + " which is not among AREA, TIME_PERIOD, OBS_VALUE.*");
    }

    @ParameterizedTest
    @CsvSource({"locator", "url"})
    void isNeededToSayWhereAFigureStands(String part) throws IOException {
        String mapping = MAPPING.replace("office}", "office, " + part + ": {from: NONE}}");
        Outcome outcome = Outcome.of(mapping, Table.of("AREA|TIME_PERIOD|OBS_VALUE\nFRA|2022|1.5\n"), MOMENT);
        assertThat(outcome.reasons()).singleElement().asString().contains("needs NONE, which is not among");
    }

    @ParameterizedTest
    @CsvSource({"id", "sectors", "instruments", "actors"})
    void isNeededForPolicyEventsToo(String field) throws IOException {
        String mapping = """
                dataset: acts
                type: policies
                area: {from: AREA}
                title: {from: TITLE}
                kind: funding
                stance: support
                occurred: {from: DAY}
                source: office
                %s: {from: NONE}
                """.formatted(field);
        Outcome outcome = Outcome.of(mapping, Table.of("AREA|TITLE|DAY\nFRA|An act|2022-05-01\n"), MOMENT);
        assertThat(outcome.facts).isEmpty();
        assertThat(outcome.reasons()).singleElement().asString().contains("needs NONE, which is not among");
    }

    @Test
    void ofSeveralOneIsEnoughAndTheUsualStatusIsNotNamed() throws IOException {
        Outcome outcome = Outcome.of(
                MAPPING + "status: {from: [NONE, FLAG]}\n",
                Table.of("AREA|TIME_PERIOD|OBS_VALUE|FLAG\nFRA|2022|1.5|E\n"),
                MOMENT);
        assertThat(outcome.lines()).containsExactly("output/FRA/economy/A 2022 1.5 E");
        assertThat(Outcome.of(MAPPING, Table.of("AREA|TIME_PERIOD|OBS_VALUE\nFRA|2022|1.5\n"), MOMENT)
                        .lines())
                .containsExactly("output/FRA/economy/A 2022 1.5 A");
    }

    @Test
    void mayComeWithALaterRowWhereNothingIsListed() throws IOException {
        Recorded recorded = new Recorded(MAPPING + "value: {multiply: POWER}\n");
        recorded.row(List.of("AREA", "TIME_PERIOD", "OBS_VALUE"), "FRA", "2022", "1.5");
        recorded.row(List.of("AREA", "TIME_PERIOD", "OBS_VALUE", "POWER"), "DEU", "2022", "2.5", "3");
        recorded.mapper.requireComponents();
        assertThat(recorded.outcome.lines())
                .containsExactly("output/FRA/economy/A 2022 1.5 A", "output/DEU/economy/A 2022 2500 A");
    }

    @Test
    void thatNeverComesShowsAtTheEndThatAllWasMisread() {
        Recorded recorded = new Recorded(MAPPING + "value: {multiply: POWER}\n");
        recorded.row(List.of("AREA", "TIME_PERIOD", "OBS_VALUE"), "FRA", "2022", "1.5");
        assertThatThrownBy(recorded.mapper::requireComponents)
                .isInstanceOf(MisreadException.class)
                .hasMessage("mapping 'power' needs POWER, which is not among AREA, TIME_PERIOD, OBS_VALUE");
    }

    @Test
    void ofTheFigureIsNeededUnlessTheReaderFindsIt() {
        Mapping mapping = Outcome.mapping(MAPPING + "value: {from: AMOUNT}\n");
        DataSet dataSet =
                new DataSet(null, List.of("AREA", "TIME_PERIOD", "OBS_VALUE"), null, DataSet.Action.INFORMATION);
        assertThat(Mappings.named(mapping).fitting(dataSet)).hasSize(1);
        assertThat(Mappings.named(mapping).keepingNames().fitting(dataSet)).isEmpty();
        assertThat(Mappings.named(mapping).keepingNames().complaint(dataSet)).contains("needs AMOUNT,");
    }

    /** Rows of a data set that says what its components are only as they come. */
    private static final class Recorded {
        private final Outcome outcome = new Outcome();
        private final Mapper mapper;
        private List<String> announced = List.of();

        Recorded(String yaml) {
            mapper = new Mapper("test.xml", Mappings.named(Outcome.mapping(yaml)), MOMENT, outcome);
        }

        void row(List<String> components, String... cells) {
            if (!components.equals(announced)) {
                announced = components;
                mapper.begin(new DataSet("T", components, Table.PREPARED, DataSet.Action.INFORMATION, true));
            }
            mapper.row(new Row() {
                @Override
                public long line() {
                    return 1;
                }

                @Override
                public @Nullable String get(int component) {
                    return cells[component];
                }

                @Override
                public String text() {
                    return String.join(",", cells);
                }
            });
        }
    }
}
