package io.sectorwatch.ingest.jsonl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.ingest.fact.FactEvent;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.json.PolicyMessageCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.series.Codes;
import org.jspecify.annotations.Nullable;

/**
 * A line that says more than a fact: how it stood on its topic. {@code {"record":{…},"release":"…"}} is a fact of a release
 * or on its own, {@code {"record":{…},"topic":"policies","key":"…"}} what is said about facts.
 */
public final class RecordLine {
    static final String RECORD = "record";
    private static final String RELEASE = "release";
    private static final String TOPIC = "topic";
    private static final String KEY = "key";
    private static final String POLICIES = "policies";

    /** Reads a line that begins with the field {@code record}. */
    static FactEvent read(byte[] line) {
        JsonNode tree = Json.tree(line);
        JsonNode json = tree.path(RECORD);
        boolean ofPolicies = tree.has(TOPIC) ? tree.path(TOPIC).asText().equals(POLICIES) : json.has("id");
        byte[] bytes = json.toString().getBytes(UTF_8);
        Message message = ofPolicies ? new PolicyMessageCodec().read(bytes) : new IndicatorCodec().read(bytes);
        try {
            if (message instanceof ClosedRelease release) {
                return FactEvent.closing(release, ofPolicies);
            }
            return message instanceof Correction correction
                    ? FactEvent.correction(
                            correction, ofPolicies, tree.path(KEY).asText())
                    : FactEvent.of(
                            message,
                            tree.has(RELEASE) ? Codes.release(tree.path(RELEASE).asText()) : null);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException(e.getMessage() == null ? "not a record" : e.getMessage());
        }
    }

    /**
     * Writes a line.
     *
     * @param json the message
     * @param key empty where its record has none
     */
    public static byte[] write(byte[] json, boolean isFact, boolean ofPolicies, String key, @Nullable String release) {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeFieldName(RECORD);
            out.writeRawValue(new String(json, UTF_8));
            if (release != null) {
                out.writeStringField(RELEASE, release);
            }
            if (!isFact && ofPolicies) {
                out.writeStringField(TOPIC, POLICIES);
            }
            if (!isFact && !key.isEmpty()) {
                out.writeStringField(KEY, key);
            }
            out.writeEndObject();
        });
    }

    private RecordLine() {}
}
