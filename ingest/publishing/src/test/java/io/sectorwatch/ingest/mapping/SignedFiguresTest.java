package io.sectorwatch.ingest.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.sdmxcsv.SdmxCsv;
import io.sectorwatch.ingest.format.tidy.TidyTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures with a sign before or behind them: of a bound, a currency, or that they are not exact. */
class SignedFiguresTest {
    private static final Moment MOMENT =
            new Moment(Instant.parse("2024-06-24T00:00:00Z"), Instant.parse("2024-06-25T00:00:00Z"));
    private static final String MAPPING = """
            dataset: signed
            area: {from: REF_AREA}
            indicator: share
            source: office
            """;
    private static final String BOUNDS = "value: {bounds: before}\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <0.1      | <0.1
            < 0.1     | <0.1
            >95       | >95
            <=5       | <=5
            ≤ 5       | <=5
            ≥5        | >=5
            >-2.5     | >-2.5
            <1e-3     | <0.001
            12.5      | 12.5
            """)
    void aSignBeforeAFigureIsABoundWhereTheMappingSaysSo(String cell, String figure) throws IOException {
        assertThat(mapped(BOUNDS, "REF_AREA,year,value\nPER,2020," + cell + "\n")
                        .lines())
                .containsExactly("share/PER/economy/A 2020 " + figure + " A");
        assertThat(mapped(BOUNDS + "period: {columns: years}\n", "REF_AREA,2019,2020\nPER,," + cell + "\n")
                        .lines())
                .contains("share/PER/economy/A 2020 " + figure + " A");
    }

    @Test
    void readsBoundsInWhateverFormat() throws IOException {
        Outcome outcome = mapped(
                new SdmxCsv(),
                MAPPING + BOUNDS,
                "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE\nA:F(1.0),PER,2020,<0.1\nA:F(1.0),PER,2021,0.2\n");
        assertThat(outcome.lines())
                .containsExactly("share/PER/economy/A 2020 <0.1 A", "share/PER/economy/A 2021 0.2 A");
    }

    @Test
    void decidesTheMarksOfAColumnWithoutTheSigns() throws IOException {
        Outcome outcome =
                mapped(BOUNDS, "REF_AREA;year;value\nPER;2020;<1.234\nPER;2021;1.234.567\nPER;2022;>0,5\nCHL;2020;:\n");
        assertThat(outcome.reasons()).isEmpty();
        assertThat(outcome.lines())
                .contains(
                        "share/PER/economy/A 2020 <1234 A",
                        "share/PER/economy/A 2021 1234567 A",
                        "share/PER/economy/A 2022 >0.5 A");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $1,234.5  | $    | 1234.5
            $ 1.5     | $    | 1.5
            -$5       | $    | -5
            $-5       | $    | -5
            5 €       | €    | 5
            5€-       | €    | -5
            US$ 5     | US$  | 5
            EUR 5.25  | EUR  | 5.25
            5.25 EUR  | EUR  | 5.25
            kr. 12    | kr.  | 12
            7         | $    | 7
            """)
    void leavesOutTheSignOfTheOneCurrencyThatTheMappingSays(String cell, String sign, String figure)
            throws IOException {
        String table = "REF_AREA,year,value\nPER,2020,\"" + cell + "\"\nPER,2021,0.5\n";
        for (String marks : new String[] {"", ", decimal: point, thousands: comma"}) {
            assertThat(mapped("value: {currency: " + sign + marks + "}\n", table)
                            .lines())
                    .contains("share/PER/economy/A 2020 " + figure + " A");
        }
    }

    @Test
    void refusesAnotherCurrencyThanTheMappingSays() throws IOException {
        Outcome outcome = mapped("value: {currency: $}\n", "REF_AREA,year,value\nPER,2020,$5\nPER,2021,€5\n");
        assertThat(outcome.lines()).containsExactly("share/PER/economy/A 2020 5 A");
        assertThat(outcome.reasons())
                .singleElement()
                .asString()
                .contains("beside it stands '€', and the mapping says value: {currency: $}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <0.1      | value: {bounds: before}
            ≥ 95      | value: {bounds: before}
            $1,234    | value: {currency: $}, and unit: what it is
            € 5       | value: {currency: €}
            5 €       | value: {currency: €}
            (US$ 5)   | value: {currency: US$}
            USD 5     | value: {currency: USD}
            5 EUR     | value: {currency: EUR}
            ~12       | ~' says that it is only about so much
            ca. 12    | ca.' says that it is only about so much
            ≈ 12      | says that it is only about so much
            """)
    void saysOfOthersWhatAMappingWouldHaveToSay(String cell, String reason) throws IOException {
        Outcome outcome = mapped("", "REF_AREA,year,value\nPER,2020,\"" + cell + "\"\n");
        assertThat(outcome.facts).isEmpty();
        assertThat(outcome.reasons()).singleElement().asString().contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<LOD", "<", "<>5", "$", "<<5", "$$5"})
    void neverMakesAFigureOfASignAlone(String cell) throws IOException {
        Outcome outcome =
                mapped("value: {bounds: before, currency: $}\n", "REF_AREA,year,value\nPER,2020," + cell + "\n");
        assertThat(outcome.facts).isEmpty();
        assertThat(outcome.reasons()).hasSize(1);
    }

    @Test
    void readsAColumnInPercentAndRefusesOneThatIsSoInPart() throws IOException {
        assertThat(mapped("", "REF_AREA,year,value\nPER,2020,12 %\nPER,2021,12.5%\n")
                        .lines())
                .containsExactly("share/PER/economy/A 2020 12 A", "share/PER/economy/A 2021 12.5 A");
        assertThat(mapped("", "REF_AREA,year,value\nPER,2020,12 %\nPER,2021,12.5\n")
                        .reasons())
                .singleElement()
                .asString()
                .contains("without a percent sign");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {bounds: behind} | before
            {bounds: before, multiply: -1} | turns bounds round
            {currency: "5"} | is one sign beside figures
            """)
    void refusesAMappingThatMakesNoSense(String value, String complaint) {
        assertThatThrownBy(() -> Outcome.mapping(MAPPING + "value: " + value + '\n'))
                .hasMessageContaining(complaint);
    }

    private static Outcome mapped(String more, String table) throws IOException {
        return mapped(new TidyTable(), MAPPING + more, table);
    }

    private static Outcome mapped(RowFormat format, String yaml, String table) throws IOException {
        Mapping mapping = Outcome.mapping(yaml);
        return Outcome.of(
                Mappings.named(mapping),
                format.reader(Mappings.reading(null, mapping)),
                new ByteArrayInputStream(table.getBytes(UTF_8)),
                MOMENT);
    }
}
