package io.sectorwatch.ingest.jsonl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.ingest.Rejection;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private static final String OBSERVATION = "{\"indicator\":\"rd-intensity\",\"area\":\"CHN\",\"period\":\"2023\","
            + "\"value\":2.58,\"published\":\"2025-01-23T00:00:00Z\",\"source\":{\"id\":\"nbs\"}}";
    private static final String POLICY = "{\"id\":\"p\",\"title\":\"t\",\"area\":\"CHN\",\"kind\":\"funding\","
            + "\"stance\":\"support\",\"occurred\":\"2023\",\"published\":\"2024-02-23T00:00:00Z\","
            + "\"source\":{\"id\":\"b\"}}";
    private static final String TICK = "{\"tick\":\"2025-06-01T00:00:00Z\"}";

    private final List<Message> facts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    @Test
    void tellsTheMessagesApart() throws IOException {
        read((OBSERVATION + "\n" + POLICY + "\r\n\n" + TICK).getBytes(UTF_8));

        assertThat(facts).hasExactlyElementsOfTypes(Observation.class, PolicyEvent.class, Tick.class);
        assertThat(rejections).isEmpty();
    }

    @Test
    void readsGzipByItsContent() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write((OBSERVATION + "\n").getBytes(UTF_8));
        }
        read(packed.toByteArray());

        assertThat(facts).hasSize(1);
    }

    @Test
    void goesOnAfterABrokenLineAndSaysWhichItWas() throws IOException {
        read((OBSERVATION + "\n{\"indicator\"\n" + TICK).getBytes(UTF_8));

        assertThat(facts).hasSize(2);
        assertThat(rejections).singleElement().satisfies(rejection -> {
            assertThat(rejection.toString()).startsWith("facts.jsonl:2: not JSON");
            assertThat(rejection.row()).isEqualTo("{\"indicator\"");
        });
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        read(POLICY.replace("\"t\"", "\"Gesetz für Halbleiter\"").getBytes(ISO_8859_1));

        assertThat(facts).isEmpty();
        assertThat(rejections)
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).isEqualTo("not UTF-8"));
    }

    @Test
    void refusesALineWithoutEndAndReadsTheNext() throws IOException {
        read(("x".repeat(2_000_000) + "\n" + TICK).getBytes(UTF_8));

        assertThat(facts).hasSize(1);
        assertThat(rejections)
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).startsWith("longer than"));
    }

    private void read(byte[] bytes) throws IOException {
        JsonLines.read("facts.jsonl", new ByteArrayInputStream(bytes), facts::add, rejections::add);
    }
}
