package io.sectorwatch.application.replay.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.application.replay.Manifest;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.schemas.json.Json;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay has come, as it stands on the replay's own topic: what it was asked for and captured, whether all that has to be is
 * staged, and its manifest.
 *
 * @param request tells one replay from another of the same name
 * @param inPlace whether facts are read where they are
 * @param manifest null before it is done
 */
public record ReplayJournal(
        String request,
        Capture capture,
        boolean inPlace,
        boolean staged,
        @Nullable JsonNode manifest) {
    private static final String PLAN = "plan";
    private static final String STAGED = "staged";
    private static final String MANIFEST = "manifest";

    /** What stands there; empty where nothing does. */
    public static Optional<ReplayJournal> read(Server server, ReplayTopics topics) {
        try (Admin admin = server.admin()) {
            Offsets offsets = new Offsets(admin);
            if (offsets.partitions(List.of(topics.manifest())).isEmpty()) {
                return Optional.empty();
            }
            ReplayJournal journal = null;
            try (TopicReader reader = new TopicReader(server, topics.manifest())) {
                for (ConsumerRecord<byte[], byte[]> record : reader.readThroughOpenTransactions(offsets)) {
                    journal = then(journal, new String(record.key(), UTF_8), Json.tree(record.value()));
                }
            }
            return Optional.ofNullable(journal);
        }
    }

    static ProducerRecord<byte[], byte[]> plan(ReplayTopics topics, String request, Capture capture, boolean inPlace) {
        return record(topics, PLAN, Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("request", request);
            json.writeBooleanField("inPlace", inPlace);
            json.writeFieldName("offsets");
            capture.write(json);
            json.writeEndObject();
        }));
    }

    static ProducerRecord<byte[], byte[]> staged(ReplayTopics topics) {
        return record(topics, STAGED, "{}".getBytes(UTF_8));
    }

    static ProducerRecord<byte[], byte[]> done(ReplayTopics topics, Manifest manifest) {
        return record(topics, MANIFEST, manifest.json());
    }

    /** Whether a run that wants this can go on where another was interrupted. */
    boolean canGoOn(String wanted) {
        return manifest == null && request.equals(wanted);
    }

    private static @Nullable ReplayJournal then(@Nullable ReplayJournal before, String what, JsonNode value) {
        if (what.equals(PLAN)) {
            return new ReplayJournal(
                    value.path("request").asText(),
                    Capture.read(value.path("offsets")),
                    value.path("inPlace").asBoolean(),
                    false,
                    null);
        }
        if (before == null) {
            return null;
        }
        return what.equals(STAGED)
                ? new ReplayJournal(before.request, before.capture, before.inPlace, true, null)
                : new ReplayJournal(before.request, before.capture, before.inPlace, true, value);
    }

    private static ProducerRecord<byte[], byte[]> record(ReplayTopics topics, String key, byte[] value) {
        return new ProducerRecord<>(topics.manifest(), key.getBytes(UTF_8), value);
    }
}
