package io.sectorwatch.ingest.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.FactOrder;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.Bound;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInSetTest {
    private static final Instant BRIEF = Instant.parse("2024-02-23T00:00:00Z");

    @Test
    void briefSpeaksOfAllNineParagraphs() {
        Set<String> paragraphs = new TreeSet<>();
        for (Message fact : BuiltInSet.BRIEF.facts()) {
            var source = fact instanceof Observation observation ? observation.source() : ((PolicyEvent) fact).source();
            assertThat(source.id()).isEqualTo("eai-brief-1752");
            assertThat(fact.time()).isEqualTo(BRIEF);
            paragraphs.add(Objects.requireNonNull(source.locator()));
        }

        assertThat(paragraphs)
                .containsExactly(
                        "executive-summary/1",
                        "executive-summary/2",
                        "executive-summary/3",
                        "executive-summary/4",
                        "executive-summary/5",
                        "executive-summary/6",
                        "executive-summary/7",
                        "executive-summary/8",
                        "executive-summary/9");
    }

    @Test
    void briefGivesChinaABoundAndTheOecdAValue() {
        List<Observation> observations = observations(BuiltInSet.BRIEF);

        assertThat(observations).hasSize(2);
        assertThat(observations)
                .filteredOn(o -> o.series().area().equals("CHN"))
                .singleElement()
                .satisfies(o -> assertThat(o.comparator()).isEqualTo(Bound.MORE))
                .satisfies(o -> assertThat(o.value()).isEqualByComparingTo("2.6"));
        assertThat(observations)
                .filteredOn(o -> o.series().area().equals("OECD"))
                .singleElement()
                .satisfies(o -> assertThat(o.value()).isEqualByComparingTo("2.72"));
    }

    @Test
    void historyHasAsManyFactsAsItsTablesHaveRows() {
        Map<String, Long> counts = new TreeMap<>(BuiltInSet.HISTORY.facts().stream()
                .collect(Collectors.groupingBy(
                        fact -> fact instanceof Observation o
                                ? o.series().indicator() + "/" + o.series().sector() + "/"
                                        + o.source().id()
                                : "policies",
                        Collectors.counting())));

        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ai-patent-families-applicant/artificial-intelligence/oecd", 168L,
                        "ai-patent-families/artificial-intelligence/oecd", 168L,
                        "ai-publications/artificial-intelligence/oecd", 105L,
                        "business-rd/aerospace/oecd", 82L,
                        "business-rd/semiconductors/oecd", 94L,
                        "policies", 79L,
                        "rd-intensity/economy/nbs", 10L,
                        "rd-intensity/economy/oecd", 418L));
    }

    @Test
    void historyTellsHowChinasFigureOf2023BecameKnown() {
        List<BigDecimal> values = observations(BuiltInSet.HISTORY).stream()
                .filter(o ->
                        o.source().id().equals("nbs") && o.period().toString().equals("2023"))
                .sorted(FactOrder.BY_KNOWLEDGE_TIME)
                .map(o -> Objects.requireNonNull(o.value()))
                .toList();

        assertThat(values).containsExactly(new BigDecimal("2.64"), new BigDecimal("2.65"), new BigDecimal("2.58"));
    }

    @Test
    void historyHasThreeVintagesOfEachOfTheSevenAreas() {
        Map<String, Set<Instant>> vintages = observations(BuiltInSet.HISTORY).stream()
                .filter(o -> o.series().indicator().equals("rd-intensity")
                        && o.source().id().equals("oecd"))
                .collect(Collectors.groupingBy(
                        o -> o.series().area(), Collectors.mapping(Observation::published, Collectors.toSet())));

        assertThat(vintages.keySet()).containsExactlyInAnyOrder("CHN", "USA", "JPN", "KOR", "DEU", "EU27", "OECD");
        assertThat(vintages.values()).allSatisfy(times -> assertThat(times).hasSizeGreaterThanOrEqualTo(3));
    }

    @ParameterizedTest
    @EnumSource(BuiltInSet.class)
    void everyFactIsAMessageOfTheContractAndNoneStandsTwice(BuiltInSet set) {
        Set<String> ids = new TreeSet<>();
        for (Message fact : set.facts()) {
            byte[] value = Envelope.of(fact).value();
            Message again =
                    fact instanceof Observation ? new IndicatorCodec().read(value) : new PolicyCodec().read(value);
            assertThat(again).isEqualTo(fact);
            assertThat(ids.add(Envelope.of(fact).id())).as("%s twice", fact).isTrue();
        }
    }

    @Test
    void isFoundByItsName() {
        assertThat(BuiltInSet.names()).containsExactly("brief", "history");
        assertThat(BuiltInSet.find("brief")).contains(BuiltInSet.BRIEF);
        assertThat(BuiltInSet.find("Brief")).isEmpty();
    }

    private static List<Observation> observations(BuiltInSet set) {
        return set.facts().stream()
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .toList();
    }
}
