package io.sectorwatch.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapperTest {
    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
    private static final Moment MOMENT = new Moment(null, NOW);
    private static final String SMALL = """
            dataset: small
            area: {from: AREA}
            indicator: rd-intensity
            source: test
            """;

    @Test
    void makesAnObservationOfARow() throws IOException {
        Outcome outcome = Outcome.of("""
                dataset: d
                area: {from: GEO, codes: eurostat}
                indicator: {from: MEASURE, codes: {GERD: rd-intensity}}
                sector: {from: INDUSTRY}
                unit: {from: UNIT, codes: {PC: percent-of-gdp}}
                status: {from: [S1, S2]}
                comparator: {from: BOUND, codes: {more: ">", exact: ""}}
                nextRelease: {from: NEXT}
                source: {id: office, locator: {from: TABLE}, url: "https://example.org/"}
                """, Table.of("""
                GEO|MEASURE|INDUSTRY|UNIT|TIME_PERIOD|OBS_VALUE|S1|S2|BOUND|NEXT|TABLE
                EL|GERD|Electric Vehicles|PC|2023|1.50|P|B|more|2025-10-31|t1
                """), MOMENT);
        assertThat(outcome.rejections).isEmpty();
        assertThat(outcome.lines()).containsExactly("rd-intensity/GRC/electric-vehicles/A 2023 >1.5 B,P");
        Observation fact = outcome.observations().get(0);
        assertThat(fact.unit()).isEqualTo("percent-of-gdp");
        assertThat(fact.published()).isEqualTo(Table.PREPARED);
        assertThat(fact.source().locator()).isEqualTo("t1");
        assertThat(fact.nextRelease()).hasToString("2025-10-31");
        assertThat(outcome.publications).containsExactly(Table.PREPARED);
        assertThat(new IndicatorCodec().read(IndicatorCodec.bytes(fact))).isEqualTo(fact);
    }

    @Test
    void leavesOutAndCountsWhatIsNotWanted() throws IOException {
        Outcome outcome = Outcome.of("""
                dataset: d
                where: {VAR: [G_*, H], UNIT: PC}
                area: {from: AREA, skip: ["EA*"], unknown: skip}
                indicator: rd-intensity
                period: {skip: ["2999"]}
                source: test
                """, Table.of("""
                VAR|UNIT|AREA|TIME_PERIOD|OBS_VALUE
                G_XGDP|PC|CHN|2023|1
                H|PC|USA|2023|2
                B_XGDP|PC|CHN|2023|3
                G_XGDP|EUR|CHN|2023|4
                |PC|CHN|2023|5
                G_XGDP|PC|EA19|2023|6
                G_XGDP|PC|nowhere|2023|7
                G_XGDP|PC|CHN|2999|8
                """), MOMENT);
        assertThat(outcome.lines())
                .containsExactly("rd-intensity/CHN/economy/A 2023 1 A", "rd-intensity/USA/economy/A 2023 2 A");
        assertThat(outcome.unwanted).isEqualTo(6);
        assertThat(outcome.rejections).isEmpty();
    }

    @Test
    void rejectsARowWithItsPlaceAndGoesOn() throws IOException {
        Outcome outcome = Outcome.of(SMALL, Table.of("""
                AREA|TIME_PERIOD|OBS_VALUE|OBS_STATUS
                CHN|2023|1|A
                ATLANTIS|2023|2|A
                !a broken line
                CHN|2999|3|A
                CHN|tomorrow|4|A
                CHN|2023|1e400|A
                CHN|2023|INF|A
                CHN|2023|5|M
                CHN|2023|6|*
                |2023|7|A
                CHN||8|A
                CHN|2024|9|
                """), MOMENT);
        assertThat(outcome.lines())
                .containsExactly("rd-intensity/CHN/economy/A 2023 1 A", "rd-intensity/CHN/economy/A 2024 9 A");
        assertThat(outcome.rejections)
                .extracting(Rejection::line)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
        assertThat(outcome.rejections).extracting(Rejection::file).containsOnly("test.csv");
        assertThat(outcome.rejections.get(0).row()).isEqualTo("ATLANTIS|2023|2|A");
        assertThat(outcome.reasons())
                .satisfiesExactly(
                        reason -> assertThat(reason)
                                .isEqualTo("AREA is 'ATLANTIS', which the mapping does not know: add it to the codes of"
                                        + " 'area', or to its skip if such rows are not wanted"),
                        reason -> assertThat(reason).isEqualTo("a broken line"),
                        reason -> assertThat(reason).contains("more than a century after its publication"),
                        reason -> assertThat(reason).contains("'tomorrow' is no period"),
                        reason -> assertThat(reason).contains("exponent"),
                        reason -> assertThat(reason).contains("infinite"),
                        reason -> assertThat(reason).contains("status of a missing one"),
                        reason -> assertThat(reason).contains("status '*'"),
                        reason -> assertThat(reason).isEqualTo("the row has no area"),
                        reason -> assertThat(reason).isEqualTo("the row has no period"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none | none | M
            .. | A | M
            : | D | D,M
            none | O | O
            none | L | L
            2.6 | none | A
            2.6 | P | P
            2.6 | E;B | B,E
            2.6 | B E P | B,E,P
            """)
    void readsFigureAndStatus(String value, String status, String codes) throws IOException {
        Outcome outcome = Outcome.of(
                SMALL,
                Table.of("AREA|TIME_PERIOD|OBS_VALUE|OBS_STATUS\nCHN|2023|" + (value == null ? "" : value) + "|"
                        + (status == null ? "" : status) + "\n"),
                MOMENT);
        String figure = value == null || !value.equals("2.6") ? "-" : value;
        assertThat(outcome.lines()).containsExactly("rd-intensity/CHN/economy/A 2023 " + figure + " " + codes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b | B
            bd | B,D
            e | E
            s | E
            r | A
            ;C | A
            p;C | P
            """)
    void readsTheFlagsOfEurostat(String flags, String codes) throws IOException {
        Outcome outcome = Outcome.of(
                SMALL + "status: {from: OBS_FLAG, codes: eurostat}\n",
                Table.of("AREA|TIME_PERIOD|OBS_VALUE|OBS_FLAG\nCHN|2023|1|" + flags + "\n"),
                MOMENT);
        assertThat(outcome.lines()).containsExactly("rd-intensity/CHN/economy/A 2023 1 " + codes);
    }

    @Test
    void multipliesAsTheRowOrTheMappingSays() throws IOException {
        Table table = Table.of("""
                AREA|TIME_PERIOD|UNIT_MULT|OBS_VALUE
                CHN|2020|6|1.5
                CHN|2021|0|1.5
                CHN|2022||1.5
                CHN|2023|-2|1.5
                CHN|2024|many|1.5
                """);
        Outcome byRow = Outcome.of(SMALL + "value: {multiply: UNIT_MULT}\n", table, MOMENT);
        assertThat(byRow.observations())
                .extracting(fact -> String.valueOf(fact.value()))
                .containsExactly("1500000", "1.5", "1.5", "0.015");
        assertThat(byRow.reasons()).singleElement().asString().contains("power of ten");

        Outcome byMapping = Outcome.of(SMALL + "value: {multiply: 0.001}\n", table, MOMENT);
        assertThat(byMapping.observations())
                .extracting(fact -> String.valueOf(fact.value()))
                .containsOnly("0.0015");
    }

    @Test
    void takesTheFrequencyFromWhereTheMappingSays() throws IOException {
        Outcome outcome = Outcome.of(
                SMALL + "period: {frequency: {from: FREQ, codes: {monthly: M, yearly: A}}}\n", Table.of("""
                        AREA|FREQ|TIME_PERIOD|OBS_VALUE
                        CHN|monthly|2023-05-01|1
                        CHN|yearly|2023-01-01|2
                        CHN||2023-Q2|3
                        CHN|weekly|2023-01-02|4
                        """), MOMENT);
        assertThat(outcome.observations())
                .extracting(fact -> fact.period().toString())
                .containsExactly("2023-05", "2023", "2023-Q2");
        assertThat(outcome.reasons())
                .singleElement()
                .asString()
                .contains("'weekly'")
                .contains("'frequency'");
    }

    @Test
    void holdsAPeriodAgainstTheFrequencyThatThePublisherSays() throws IOException {
        Table table = Table.of("""
                AREA|Frequency|TIME_PERIOD|OBS_VALUE
                IND|A|2018-19|1
                IND|A|2019-20|2
                IND|A|2011-12|3
                FRA|Q|2023-04-01|4
                FRA|Q|2023-05-01|5
                FRA|M: Monthly|2023-05-31|6
                FRA||2023-05-31|7
                FRA|M|2023|8
                """);
        Outcome outcome = Outcome.of(SMALL, table, MOMENT);
        assertThat(outcome.observations())
                .extracting(fact -> fact.period().toString())
                .containsExactly("2023-Q2", "2023-05", "2023-05-31");
        assertThat(outcome.rejections).extracting(Rejection::line).containsExactly(2L, 3L, 4L, 6L, 9L);

        Outcome fiscal = Outcome.of(SMALL + "period: {fiscal: end}\n", table, MOMENT);
        assertThat(fiscal.observations())
                .extracting(fact -> fact.period().toString())
                .containsExactly("2019", "2020", "2012", "2023-Q2", "2023-05", "2023-05-31");

        Outcome said = Outcome.of(SMALL + "period: {frequency: Q}\n", table, MOMENT);
        assertThat(said.observations())
                .extracting(fact -> fact.period().toString())
                .as("a mapping knows better than the component")
                .containsExactly("2011-Q4", "2023-Q2", "2023-Q2", "2023-Q2", "2023-Q2");
    }

    @Test
    void readsPeriodsInTheFormThatTheMappingSays() throws IOException {
        String yaml = SMALL + "period: {from: [TIME_PERIOD], form: MMM-yy, since: 1950}\n";
        Outcome outcome = Outcome.of(yaml, Table.of("AREA|TIME_PERIOD|OBS_VALUE\nDE|Jan-24|1\nDE|2024-02|2\n"), MOMENT);
        assertThat(outcome.lines()).containsExactly("rd-intensity/DEU/economy/M 2024-01 1 A");
        assertThat(outcome.reasons()).containsExactly("'2024-02' is no period of the form MMM-yy");
    }

    @Test
    void takesTheFrequencyFromTheNameOfADimensionOfTime() throws IOException {
        String yaml = SMALL + "period: {from: TLIST(M1)}\n";
        Outcome outcome = Outcome.of(yaml, Table.of("AREA|TIME_PERIOD|OBS_VALUE\nIE|202405|1\n"), MOMENT);
        assertThat(outcome.lines()).containsExactly("rd-intensity/IRL/economy/M 2024-05 1 A");
    }

    @Test
    void readsPeriodAndFigureUnderTheNamesOfTheTableOrOfSdmx() throws IOException {
        String yaml = SMALL + "period: {from: Jahr}\nvalue: {from: Quote, decimal: comma}\n";
        assertThat(Outcome.of(yaml, Table.of("AREA|Jahr|Quote\nDE|2023|3,1\n"), MOMENT)
                        .lines())
                .isEqualTo(Outcome.of(yaml, Table.of("AREA|TIME_PERIOD|OBS_VALUE\nDE|2023|3,1\n"), MOMENT)
                        .lines())
                .containsExactly("rd-intensity/DEU/economy/A 2023 3.1 A");
        assertThat(Outcome.mapping(yaml).columns()).hasValueSatisfying(columns -> {
            assertThat(columns.period()).isEqualTo("Jahr");
            assertThat(columns.values()).containsExactly("Quote");
        });
        assertThat(Outcome.mapping(SMALL).columns()).isEmpty();
    }

    @Test
    void takesTheFirstComponentThatSaysSomething() throws IOException {
        Outcome outcome =
                Outcome.of(SMALL.replace("from: AREA", "from: [Code, Entity], codes: owid"), Table.of("""
                        Entity|Code|TIME_PERIOD|OBS_VALUE
                        China|CHN|2023|1
                        World|OWID_WRL|2023|2
                        European Union (27)||2023|3
                        Arabsat||2023|4
                        """), MOMENT);
        assertThat(outcome.observations())
                .extracting(fact -> fact.series().area())
                .containsExactly("CHN", "WLD", "EU27");
        assertThat(outcome.reasons()).singleElement().asString().contains("Code or Entity is 'Arabsat'");
    }

    @Test
    void knowsAreasByNameAndSuggestsTheNearOnes() throws IOException {
        Table table = Table.of("""
                AREA|TIME_PERIOD|OBS_VALUE
                Poland|2023|1
                Korea, Rep.|2023|2
                Polnad|2023|3
                Euro area|2023|4
                Georgia|2023|5
                """);
        Outcome outcome = Outcome.of(SMALL, table, MOMENT);
        assertThat(outcome.observations())
                .extracting(fact -> fact.series().area())
                .containsExactly("POL", "KOR");
        assertThat(outcome.reasons())
                .satisfiesExactly(
                        reason -> assertThat(reason).endsWith("; did you mean 'Poland' (POL)?"),
                        reason -> assertThat(reason).endsWith("; by that name alone it may be EA or EMU"),
                        reason -> assertThat(reason).endsWith("; by that name alone it may be GEO or US_GA"));
        Outcome named = Outcome.of(SMALL.replace("from: AREA", "from: AREA, codes: names"), table, MOMENT);
        assertThat(named.observations())
                .extracting(fact -> fact.series().area())
                .containsExactly("POL", "KOR", "GEO");
    }

    @Test
    void keepsRegionsAsAreasWhereTheMappingSaysSo() throws IOException {
        Table table = Table.of("AREA|TIME_PERIOD|OBS_VALUE\nFR10|2023|1\nFR|2023|2\n");
        assertThat(Outcome.of(SMALL, table, MOMENT).lines()).containsExactly("rd-intensity/FRA/economy/A 2023 2 A");
        assertThat(Outcome.of(SMALL.replace("from: AREA", "from: AREA, codes: nuts"), table, MOMENT)
                        .lines())
                .containsExactly("rd-intensity/FR10/economy/A 2023 1 A", "rd-intensity/FRA/economy/A 2023 2 A");
    }

    @Test
    void asksWhenAPublicationWithoutATimeBecameKnown() {
        Table table = Table.of("AREA|TIME_PERIOD|OBS_VALUE\nCHN|2023|1\n");
        assertThatThrownBy(() -> Outcome.of(SMALL, table.published(null), MOMENT))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("--published 2024-03-13");
        assertThatThrownBy(() -> Outcome.of(SMALL + "published: given\n", table, MOMENT))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("--published 2024-03-13");
        assertThatThrownBy(() -> Outcome.of(SMALL, table.published(NOW.plusSeconds(7200)), MOMENT))
                .isInstanceOf(UnmappableException.class)
                .hasMessageContaining("ahead of now");
    }

    @Test
    void believesAPersonMoreThanAMessage() throws IOException {
        Instant given = Instant.parse("2024-01-02T00:00:00Z");
        Outcome outcome =
                Outcome.of(SMALL, Table.of("AREA|TIME_PERIOD|OBS_VALUE\nCHN|2023|1\n"), new Moment(given, NOW));
        assertThat(outcome.facts)
                .singleElement()
                .satisfies(fact -> assertThat(fact.time()).isEqualTo(given));
        assertThat(outcome.publications).containsExactly(given);
    }

    @Test
    void takesTheTimeFromEachRow() throws IOException {
        String yaml = SMALL + """
                published: {from: day, vague: last-day}
                """;
        Table table = Table.of("""
                AREA|TIME_PERIOD|OBS_VALUE|day
                CHN|2023|1|2024-02-29
                CHN|2023|2|2024-02-29T08:00:00+08:00
                CHN|2023|3|2024-02
                CHN|2023|4|2023
                CHN|2023|5|2026-01-01
                CHN|2023|6|
                CHN|2023|7|soon
                """);
        Outcome outcome = Outcome.of(yaml, table, MOMENT);
        assertThat(outcome.facts)
                .extracting(fact -> fact.time().toString())
                .containsExactly(
                        "2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z", "2023-12-31T00:00:00Z");
        assertThat(outcome.publications).containsOnlyNulls();
        assertThat(outcome.reasons())
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("ahead of now"),
                        reason -> assertThat(reason).contains("does not say when it became known"),
                        reason -> assertThat(reason).contains("'soon' is no day"));
        assertThat(Outcome.mapping(yaml).isPublishedByRow()).isTrue();

        Outcome strict = Outcome.of(SMALL + "published: {from: day}\n", table, MOMENT);
        assertThat(strict.facts).hasSize(2);
        assertThat(strict.reasons()).anySatisfy(reason -> assertThat(reason).contains("vague: last-day"));
    }

    @Test
    void readsATimeInTheFormAndZoneThatAreSaid() throws IOException {
        Outcome outcome = Outcome.of(
                SMALL + "published: {from: day, form: dd/MM/yy HH:mm:ss, zone: Europe/Luxembourg}\n",
                Table.of("AREA|TIME_PERIOD|OBS_VALUE|day\nCHN|2023|1|11/06/24 23:00:00\n"),
                MOMENT);
        assertThat(outcome.facts).extracting(fact -> fact.time().toString()).containsExactly("2024-06-11T21:00:00Z");
    }

    @Test
    void takesBackWhatADataSetDeletes() throws IOException {
        Outcome outcome = Outcome.of(
                SMALL,
                Table.of("AREA|TIME_PERIOD|OBS_VALUE\nCHN|2023|2.6\nCHN||\n").doing(DataSet.Action.DELETE),
                MOMENT);
        assertThat(outcome.lines()).containsExactly("rd-intensity/CHN/economy/A 2023 - M");
        assertThat(outcome.reasons()).containsExactly("the row has no period");
    }

    @Test
    void saysWhichComponentAMappingLacks() throws IOException {
        Table table = Table.of("AERA|TIME_PERIOD|OBS_VALUE\nCHN|2023|1\nCHN|2024|1\n");
        assertThat(Outcome.of(SMALL, table, MOMENT).reasons())
                .containsExactly(
                        "mapping 'small' needs AREA, which is not among AERA, TIME_PERIOD, OBS_VALUE; did you mean"
                                + " 'AERA'?");
    }

    @Test
    void saysWhatToDoWhereNoMappingIsKnown() throws IOException {
        Table table = Table.of("AREA|TIME_PERIOD|OBS_VALUE\nCHN|2023|1\n").called("DF_X");
        assertThat(Outcome.of(Mappings.ready(), table, InputStream.nullInputStream(), MOMENT)
                        .reasons())
                .containsExactly("no mapping is known for data set 'DF_X' with AREA, TIME_PERIOD, OBS_VALUE: --describe"
                        + " proposes one, --mapping takes it");
    }

    @Test
    void understandsManyDifferentTextsInBoundedMemory() throws IOException {
        StringBuilder text = new StringBuilder("AREA|TIME_PERIOD|OBS_VALUE|note\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("A").append(i).append("|2023|1|\n");
        }
        Outcome outcome = Outcome.of(
                SMALL.replace("from: AREA", "from: AREA, codes: {'A*': CHN}"), Table.of(text.toString()), MOMENT);
        assertThat(outcome.facts).hasSize(100_000);
        assertThat(List.copyOf(outcome.rejections)).isEmpty();
    }
}
