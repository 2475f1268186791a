package io.sectorwatch.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.sectorwatch.schemas.RandomMessages;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
    private static final String FACT = """
            {"indicator":"rd-intensity","area":"CHN","period":"2023","value":2.6,"comparator":">",\
            "published":"2024-02-23T00:00:00Z","source":{"id":"nbs","locator":"p1"}}""";

    @Test
    void isReadByTheCloudEventsLibraryAsItWasWritten() {
        for (long seed = 0; seed < 500; seed++) {
            RandomMessages random = new RandomMessages(seed);
            for (Message message : List.of(
                    random.observation(), random.tick(), random.policy(), random.transition(), random.scorecard())) {
                Envelope envelope = Envelope.of(message);
                CloudEvent event = readByLibrary(envelope);
                assertThat(event.getSpecVersion()).hasToString("1.0");
                assertThat(event.getId()).as("seed %d", seed).isEqualTo(envelope.id());
                assertThat(event.getSource()).hasToString(envelope.source());
                assertThat(event.getType()).isEqualTo(envelope.type().code());
                assertThat(event.getSubject()).isEqualTo(message.subject());
                assertThat(event.getTime().toInstant()).isEqualTo(message.time());
                assertThat(event.getDataContentType()).isEqualTo("application/json");
                assertThat(event.getData().toBytes()).isEqualTo(envelope.value());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            2.6              ¦ 2.600
            2.6              ¦ 26e-1
            "area":"CHN"     ¦ "area":"CHN","sector":"economy"
            "area":"CHN"     ¦ "area":"CHN","status":["A"]
            "indicator":"rd-intensity","area":"CHN" ¦ "area":"CHN", "indicator":"rd-intensity"
            T00:00:00Z       ¦ T00:00:00.000Z
            T00:00:00Z       ¦ T08:00:00+08:00
            "p1"             ¦ "p2"
            ,"locator":"p1"  ¦
            "p1"             ¦ "p1","url":"https://example.org/"
            """)
    void givesTheSameFactTheSameIdHoweverItIsWritten(String part, @Nullable String other) {
        assertThat(idOf(changed(part, other))).isEqualTo(idOf(FACT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            2.6                  ¦ 2.61
            2.6,"comparator":">" ¦ null
            ,"comparator":">"    ¦
            ">"                  ¦ ">="
            2023                 ¦ 2022
            CHN                  ¦ USA
            nbs                  ¦ oecd
            T00:00:00Z           ¦ T00:00:01Z
            "area":"CHN"         ¦ "area":"CHN","unit":"percent-of-gdp"
            "area":"CHN"         ¦ "area":"CHN","status":["P"]
            "area":"CHN"         ¦ "area":"CHN","nextRelease":"2024-10-31"
            """)
    void givesAnotherFactAnotherId(String part, @Nullable String other) {
        assertThat(idOf(changed(part, other))).isNotEqualTo(idOf(FACT));
    }

    @Test
    void namesAFactAloneAsInItsEnvelope() {
        RandomMessages random = new RandomMessages(1);
        Observation observation = random.observation();
        assertThat(Envelope.idOf(observation))
                .isEqualTo(Envelope.of(observation).id());
        var policy = random.policy();
        assertThat(Envelope.idOf(policy)).isEqualTo(Envelope.of(policy).id());
    }

    @Test
    void replacesTheAttributesOfTheEventThatItWasDecidedFrom() {
        RecordHeaders headers = new RecordHeaders();
        RandomMessages random = new RandomMessages(2);
        Envelope.of(random.observation()).writeTo(headers);
        headers.add("traceparent", "kept".getBytes(UTF_8));
        Envelope transition = Envelope.of(random.transition());
        transition.writeTo(headers);
        assertThat(headers.toArray())
                .extracting(header -> header.key())
                .containsExactlyInAnyOrder(
                        "ce_specversion",
                        "ce_id",
                        "ce_source",
                        "ce_type",
                        "ce_time",
                        "ce_subject",
                        "content-type",
                        "traceparent");
        assertThat(headers.lastHeader("ce_id").value())
                .isEqualTo(transition.id().getBytes(UTF_8));
    }

    @Test
    void givesEveryContentItsOwnId() {
        Map<String, String> contents = new HashMap<>();
        Stream.of(List.of("a", "b"), List.of("ab"), List.of("b", "a"), List.of("", "ab"), List.of("ab", ""))
                .forEach(parts -> contents.put(
                        ContentId.of(
                                parts.stream().map(part -> part.getBytes(UTF_8)).toArray(byte[][]::new)),
                        parts.toString()));
        assertThat(contents).hasSize(5).allSatisfy((id, parts) -> assertThat(id).matches("[0-9a-f]{32}"));
    }

    private static String changed(String part, @Nullable String other) {
        assertThat(FACT).contains(part);
        return FACT.replace(part, other == null ? "" : other);
    }

    private static String idOf(String json) {
        return Envelope.of(new IndicatorCodec().read(json.getBytes(UTF_8))).id();
    }

    private static CloudEvent readByLibrary(Envelope envelope) {
        RecordHeaders headers = new RecordHeaders();
        envelope.writeTo(headers);
        return KafkaMessageFactory.createReader(headers, envelope.value()).toEvent();
    }
}
