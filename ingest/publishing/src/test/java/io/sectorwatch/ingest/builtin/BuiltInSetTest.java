package io.sectorwatch.ingest.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuiltInSetTest {

    @Test
    void isFoundByName() {
        assertThat(BuiltInSet.names()).containsExactly("brief", "history");
        assertThat(BuiltInSet.find("history")).contains(BuiltInSet.HISTORY);
        assertThat(BuiltInSet.find("HISTORY")).isEmpty();
    }

    @Test
    void hasTheFactsOfEveryFile() {
        Map<String, Integer> counts = new TreeMap<>();
        for (BuiltInSet set : BuiltInSet.values()) {
            set.dataSets().forEach(file -> counts.put(file.name(), file.facts().size()));
        }
        assertThat(counts)
                .containsOnly(
                        entry("brief.jsonl", 15),
                        entry("history/rd-intensity.csv", 418),
                        entry("history/rd-intensity-china-national.csv", 10),
                        entry("history/business-rd-electronics.csv", 94),
                        entry("history/business-rd-aerospace.csv", 82),
                        entry("history/ai-publications.csv", 105),
                        entry("history/ai-patent-families.csv", 168),
                        entry("history/ai-patent-families-applicant.csv", 168),
                        entry("history/policies.csv", 79));
    }

    @Test
    void tellsAllNineParagraphsOfTheBrief() {
        Map<String, List<String>> paragraphs = new TreeMap<>();
        for (Message fact : BuiltInSet.BRIEF.facts()) {
            assertThat(source(fact).id()).isEqualTo("eai-brief-1752");
            assertThat(fact.time()).isEqualTo(Instant.parse("2024-02-23T00:00:00Z"));
            paragraphs
                    .computeIfAbsent(String.valueOf(source(fact).locator()), locator -> new ArrayList<>())
                    .add(summary(fact));
        }
        String sectors = "[aerospace, artificial-intelligence, semiconductors]";
        assertThat(paragraphs)
                .containsOnly(
                        entry("executive-summary/1", List.of("conference support 2023-12 [economy]")),
                        entry(
                                "executive-summary/2",
                                List.of("programme support 2023 [economy]", "conference support 2024-03 [economy]")),
                        entry(
                                "executive-summary/3",
                                List.of(
                                        "CHN 2023 MORE 2.6",
                                        "OECD 2021 null 2.72",
                                        "assessment support 2024-02 [electric-vehicles]")),
                        entry("executive-summary/4", List.of("funding support 2023 [economy]")),
                        entry("executive-summary/5", List.of("institution support 2023 [economy]")),
                        entry("executive-summary/6", List.of("programme support 2023 " + sectors)),
                        entry(
                                "executive-summary/7",
                                List.of("funding support 2023 " + sectors, "cooperation support 2023 " + sectors)),
                        entry(
                                "executive-summary/8",
                                List.of(
                                        "assessment risk 2024-02 [economy]",
                                        "assessment risk 2024-02 [semiconductors]")),
                        entry(
                                "executive-summary/9",
                                List.of(
                                        "assessment risk 2024-02 [economy]",
                                        "assessment restrict 2024-02 " + sectors)));
    }

    @ParameterizedTest
    @EnumSource
    void survivesBeingWrittenAndRead(BuiltInSet set) {
        for (Message fact : set.facts()) {
            byte[] json = Envelope.of(fact).value();
            assertThat(fact instanceof PolicyEvent ? new PolicyCodec().read(json) : new IndicatorCodec().read(json))
                    .isEqualTo(fact);
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysNothingTwice(BuiltInSet set) {
        assertThat(set.facts().stream().map(fact -> Envelope.of(fact).id())).doesNotHaveDuplicates();
    }

    @Test
    void namesTheSourceOfEveryFactOfTheHistory() throws IOException {
        String descriptions;
        try (InputStream in = Resources.open("history.yaml")) {
            descriptions = new String(in.readAllBytes(), UTF_8);
        }
        for (Message fact : BuiltInSet.HISTORY.facts()) {
            assertThat(descriptions).contains("id: " + source(fact).id());
            assertThat(source(fact).url()).matches("https?://.+");
        }
    }

    @Test
    void readsACellWithSeveralStatusCodes() {
        assertThat(BuiltInSet.HISTORY.facts())
                .filteredOn(fact -> fact instanceof Observation observation
                        && observation.status().equals(List.of("B", "D", "P")))
                .hasSize(1);
    }

    private static Source source(Message fact) {
        return fact instanceof PolicyEvent policy ? policy.source() : ((Observation) fact).source();
    }

    private static String summary(Message fact) {
        if (fact instanceof PolicyEvent policy) {
            return String.join(
                    " ",
                    policy.kind(),
                    policy.stance(),
                    policy.occurred().toString(),
                    policy.sectors().toString());
        }
        Observation observation = (Observation) fact;
        return String.join(
                " ",
                observation.series().area(),
                observation.period().toString(),
                String.valueOf(observation.comparator()),
                String.valueOf(observation.value()));
    }
}
