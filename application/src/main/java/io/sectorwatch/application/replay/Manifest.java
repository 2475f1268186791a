package io.sectorwatch.application.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sectorwatch.schemas.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a replay was made of and what came out: enough to make it again, and to know whether it is the same. Nothing in it
 * depends on when or on how many partitions it ran.
 *
 * @param inputs where its facts came from
 * @param ruleSource which rules they were decided under, in words
 * @param factsSha256 of the facts; null where the inputs say as much
 * @param transitions how many there are in the log
 * @param openAtStart alerts that were open when the span began
 * @param sha256 of the log
 */
public record Manifest(
        String software,
        List<Input> inputs,
        String ruleSource,
        Span span,
        ReplayScope scope,
        HistoryTally.Told told,
        @Nullable String factsSha256,
        long transitions,
        int openAtStart,
        String sha256) {

    /** Where facts came from. */
    public sealed interface Input {}

    /** Part of a topic's partition, the end not included. */
    public record Offsets(String topic, int partition, long from, long end) implements Input {
        /** As an object. */
        public void write(JsonGenerator json) throws IOException {
            json.writeStartObject();
            json.writeStringField("topic", topic);
            json.writeNumberField("partition", partition);
            json.writeNumberField("from", from);
            json.writeNumberField("end", end);
            json.writeEndObject();
        }
    }

    /** A file, or another source, as it was named. */
    public record Source(String name) implements Input {}

    public Manifest {
        inputs = List.copyOf(inputs);
    }

    /** As JSON, for people too. */
    public byte[] json() {
        return Json.bytes(json -> {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("software", software);
            json.writeArrayFieldStart("inputs");
            for (Input input : inputs) {
                write(json, input);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("rules");
            json.writeStringField("source", ruleSource);
            json.writeNumberField("changes", told.rules());
            json.writeStringField("sha256", told.rulesSha256());
            json.writeEndObject();
            write(json, "from", span.from());
            write(json, "to", span.to());
            write(json, "onlyRules", scope.rules());
            write(json, "onlyIndicators", scope.indicators());
            write(json, "onlyAreas", scope.areas());
            write(json, "onlySectors", scope.sectors());
            json.writeObjectFieldStart("facts");
            json.writeNumberField("observations", told.observations());
            json.writeNumberField("policies", told.policies());
            json.writeNumberField("ticks", told.ticks());
            if (factsSha256 != null) {
                json.writeStringField("sha256", factsSha256);
            }
            json.writeEndObject();
            json.writeObjectFieldStart("alerts");
            json.writeNumberField("openAtStart", openAtStart);
            json.writeNumberField("transitions", transitions);
            json.writeStringField("sha256", sha256);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Input input) throws IOException {
        if (input instanceof Offsets offsets) {
            offsets.write(json);
        } else if (input instanceof Source source) {
            json.writeString(source.name());
        }
    }

    private static void write(JsonGenerator json, String field, @Nullable Instant moment) throws IOException {
        if (moment != null) {
            json.writeStringField(field, moment.toString());
        }
    }

    private static void write(JsonGenerator json, String field, Collection<String> codes) throws IOException {
        if (!codes.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (String code : new TreeSet<>(codes)) {
                json.writeString(code);
            }
            json.writeEndArray();
        }
    }
}
