package io.sectorwatch.ingest.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.plaintable.PlainTable;
import io.sectorwatch.ingest.format.sdmxcsv.SdmxCsv;
import io.sectorwatch.ingest.format.tidy.TidyTable;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyMappingTest {
    private static final Moment MOMENT = new Moment(null, Instant.parse("2025-01-01T00:00:00Z"));
    private static final String MAPPING = """
            dataset: acts
            type: policies
            area: {from: place, codes: {EU: EU27}}
            title: {from: title}
            sectors: {from: sectors, split: ";"}
            kind: {from: what, codes: {fund*: funding, law: regulation}}
            stance: {from: what, codes: {fund*: support, law: neutral}}
            instruments: {from: what, codes: {fund*: state-fund}, unknown: nothing}
            actors: {from: actors, split: ","}
            occurred: {from: day, frequency: {from: precision, codes: {year: A, month: M, day: D}}}
            source: {id: gazette, url: {from: url}}
            published: {from: day, vague: last-day}
            """;
    private static final String HEADER = "day|precision|place|sectors|what|title|actors|url\n";

    @Test
    void makesAPolicyEventOfARow() throws IOException {
        Outcome outcome = Outcome.of(MAPPING, table("""
                2023-12-15|month|EU|semiconductors; artificial_intelligence|fund II|A fund|A, B|https://example.org/1
                2014|year|CHN||law|A law||
                """), MOMENT);
        assertThat(outcome.rejections).isEmpty();
        PolicyEvent fund = (PolicyEvent) outcome.facts.get(0);
        assertThat(fund.area()).isEqualTo("EU27");
        assertThat(fund.sectors()).containsExactly("artificial-intelligence", "semiconductors");
        assertThat(fund.kind()).isEqualTo("funding");
        assertThat(fund.stance()).isEqualTo("support");
        assertThat(fund.instruments()).containsExactly("state-fund");
        assertThat(fund.actors()).containsExactly("A", "B");
        assertThat(fund.occurred()).hasToString("2023-12");
        assertThat(fund.published()).isEqualTo("2023-12-15T00:00:00Z");
        assertThat(fund.source().url()).isEqualTo("https://example.org/1");

        PolicyEvent law = (PolicyEvent) outcome.facts.get(1);
        assertThat(law.sectors()).containsExactly("economy");
        assertThat(law.instruments()).isEmpty();
        assertThat(law.occurred()).hasToString("2014");
        assertThat(law.published()).isEqualTo("2014-12-31T00:00:00Z");
        assertThat(law.id()).matches("chn-2014-[0-9a-f]{12}");
    }

    @Test
    void givesAnEventTheSameIdHoweverItIsAssessed() throws IOException {
        String row = "2023-12-15|day|CHN|semiconductors|fund|A fund||\n";
        String id = id(MAPPING, row);
        assertThat(id(MAPPING.replace("fund*: support", "fund*: neutral"), row)).isEqualTo(id);
        assertThat(id(MAPPING, row.replace("A fund", "Another fund"))).isNotEqualTo(id);
        assertThat(id(MAPPING, row.replace("semiconductors", "aerospace"))).isNotEqualTo(id);
        assertThat(id(MAPPING + "id: {from: title, codes: {A fund: a-fund}}\n", row))
                .isEqualTo("a-fund");
    }

    @Test
    void rejectsWhatIsNoPolicyEvent() throws IOException {
        Outcome outcome = Outcome.of(MAPPING, table("""
                2023-12-15|day|CHN||rumour|A rumour||
                2023-12-15|day|CHN||fund|||
                2014|day|CHN||fund|A fund||
                2026-01-01|day|CHN||fund|A fund||
                """), MOMENT);
        assertThat(outcome.facts).isEmpty();
        assertThat(outcome.reasons())
                .satisfiesExactly(
                        reason ->
                                assertThat(reason).contains("what is 'rumour'").contains("'kind'"),
                        reason -> assertThat(reason).isEqualTo("the row has no title"),
                        reason -> assertThat(reason).isEqualTo("'2014' is no period of frequency D"),
                        reason -> assertThat(reason).contains("ahead of now"));
        assertThat(Outcome.of(MAPPING, table("2014|year|CHN||law|A law||\n").doing(DataSet.Action.DELETE), MOMENT)
                        .reasons())
                .singleElement()
                .asString()
                .contains("cannot be taken back");
    }

    @Test
    void readsATableOfEventsAsItIs() throws IOException {
        byte[] table = (HEADER.replace('|', ',') + "2014,year,CHN,,law,\"A law,\nin two lines\",,\n").getBytes(UTF_8);
        byte[] cut = java.util.Arrays.copyOf(table, table.length - 20);
        Mappings mappings = Mappings.named(Outcome.mapping(MAPPING));
        assertThat(mappings.format(new TidyTable(), cut, ReadOptions.NONE)).isInstanceOf(PlainTable.class);
        assertThat(mappings.format(new SdmxCsv(), cut, ReadOptions.NONE)).isInstanceOf(SdmxCsv.class);
        assertThat(Mappings.ready().format(new TidyTable(), cut, ReadOptions.NONE))
                .isInstanceOf(TidyTable.class);

        Outcome outcome = Outcome.of(
                mappings, new PlainTable().reader(ReadOptions.NONE), new ByteArrayInputStream(table), MOMENT);
        assertThat(outcome.reasons()).singleElement().asString().contains("not one line");
    }

    private static String id(String yaml, String row) throws IOException {
        List<?> facts = Outcome.of(yaml, table(row), MOMENT).facts;
        return ((PolicyEvent) facts.get(0)).id();
    }

    private static Table table(String rows) {
        return Table.of(HEADER + rows).published(null);
    }
}
