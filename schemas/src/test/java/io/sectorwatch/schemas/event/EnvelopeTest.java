package io.sectorwatch.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.sectorwatch.schemas.RandomMessages;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final String FACT = """
            {"indicator":"rd-intensity","area":"CHN","period":"2023","value":2.6,"comparator":">",\
            "published":"2024-02-23T00:00:00Z","source":{"id":"nbs","locator":"p1"}}""";

    @Test
    void isReadByTheCloudEventsLibraryAsItWasWritten() {
        for (long seed = 0; seed < 500; seed++) {
            RandomMessages random = new RandomMessages(seed);
            for (Message message : List.of(
                    random.observation(),
                    random.tick(),
                    random.policy(),
                    random.release(),
                    random.correction(),
                    random.transition(),
                    random.scorecard(),
                    random.sectorCard())) {
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
                assertThat(event.getExtensionNames()).isEmpty();
            }
        }
    }

    @Test
    void saysInExtensionsWhatIsNoPartOfTheContent() {
        for (long seed = 0; seed < 500; seed++) {
            RandomMessages random = new RandomMessages(seed);
            String release = random.releaseId();
            Instant written = random.moment();
            Envelope plain = Envelope.of(random.observation());
            Envelope extended = plain.withRelease(release).withRecordedTime(written);
            assertThat(extended.release()).isEqualTo(release);
            assertThat(extended.recordedTime()).isEqualTo(written);
            CloudEvent event = readByLibrary(extended);
            assertThat(event.getExtensionNames()).containsExactlyInAnyOrder("release", "recordedtime");
            assertThat(event.getExtension("release")).as("seed %d", seed).isEqualTo(release);
            assertThat(OffsetDateTime.parse((String) event.getExtension("recordedtime")))
                    .isEqualTo(written.atOffset(ZoneOffset.UTC));
            assertThat(event.getId()).isEqualTo(plain.id());
            assertThat(event.getData().toBytes()).isEqualTo(plain.value());
        }
    }

    @Test
    void readsTheReleaseThatTheLibraryWrote() {
        String release = new RandomMessages(5).releaseId();
        CloudEvent event = CloudEventBuilder.v1()
                .withId("1")
                .withSource(URI.create("urn:example"))
                .withType("t")
                .withExtension("release", release)
                .build();
        ProducerRecord<Void, byte[]> record =
                KafkaMessageFactory.createWriter("indicators").writeBinary(event);
        assertThat(Envelope.releaseIn(record.headers())).isEqualTo(release);
        assertThat(Envelope.releaseIn(new RecordHeaders())).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a\tb", "a\u0085"})
    void refusesWhatIsNotTheIdOfARelease(@Nullable String release) {
        assertThatNotARelease(release);
        assertThatNotARelease("x".repeat(201));
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
        assertThat(FactId.of(observation)).isEqualTo(Envelope.of(observation).id());
        var policy = random.policy();
        assertThat(FactId.of(policy)).isEqualTo(Envelope.of(policy).id());
    }

    @Test
    void givesAReleaseTheSameIdWhereverItStandsInThePublication() {
        ClosedRelease release = new RandomMessages(1).release();
        Source source = new Source(release.source().id(), "elsewhere", null);
        ClosedRelease elsewhere =
                new ClosedRelease(release.release(), release.title(), release.published(), source, release.tally());
        assertThat(Envelope.of(elsewhere).id()).isEqualTo(Envelope.of(release).id());
        ClosedRelease later = new ClosedRelease(
                release.release(), release.title(), release.published().plusMillis(1), source, release.tally());
        assertThat(Envelope.of(later).id()).isNotEqualTo(Envelope.of(release).id());
    }

    @Test
    void replacesTheAttributesOfTheEventThatItWasDecidedFrom() {
        RecordHeaders headers = new RecordHeaders();
        RandomMessages random = new RandomMessages(2);
        Envelope.of(random.observation())
                .withRelease("r")
                .withRecordedTime(random.moment())
                .writeTo(headers);
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

    private static void assertThatNotARelease(@Nullable String release) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_release", release == null ? null : release.getBytes(UTF_8));
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> Envelope.releaseIn(headers))
                .withMessage("header ce_release: release is not one line of 1 to 200 characters");
        Envelope envelope = Envelope.of(new RandomMessages(6).observation());
        assertThatIllegalArgumentException().isThrownBy(() -> envelope.withRelease(release == null ? "" : release));
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
