package io.sectorwatch.deliver.targets.alertmanager;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An alert as version 2 of Alertmanager's API takes it.
 *
 * @param generator the address of its page; empty where there is none
 */
record PostedAlert(
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        Instant startsAt,
        Instant endsAt,
        String generator) {

    /** One that is open until a moment, unless it is told again, or has ended then. */
    static PostedAlert of(Notice notice, Instant startsAt, Instant endsAt, AlertPage page) {
        return new PostedAlert(
                LabelSet.of(notice.transition()),
                annotations(notice),
                startsAt.isBefore(endsAt) ? startsAt : endsAt,
                endsAt,
                page.of(notice.transition().alert()).orElse(""));
    }

    /** The same, ended. */
    PostedAlert endedAt(Instant moment) {
        return new PostedAlert(labels, annotations, startsAt.isBefore(moment) ? startsAt : moment, moment, generator);
    }

    /** The same by other labels. */
    PostedAlert withLabels(SortedMap<String, String> others) {
        return new PostedAlert(others, annotations, startsAt, endsAt, generator);
    }

    /** Several as the body of a request. */
    static byte[] body(List<PostedAlert> alerts) {
        return Json.bytes(json -> {
            json.writeStartArray();
            for (PostedAlert alert : alerts) {
                alert.write(json);
            }
            json.writeEndArray();
        });
    }

    private static SortedMap<String, String> annotations(Notice notice) {
        Transition transition = notice.transition();
        SortedMap<String, String> annotations = new TreeMap<>();
        annotations.put("title", notice.title());
        annotations.put("message", transition.message());
        annotations.put("certainty", transition.certainty().code());
        annotations.put("transition", transition.transition().name());
        annotations.put("evidence", String.join(" ", transition.evidence()));
        if (transition.transition() == Transition.Type.RETRACTED) {
            annotations.put("retracted", "By what is known now it never held.");
        }
        return annotations;
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        write(json, "labels", labels);
        write(json, "annotations", annotations);
        json.writeStringField("startsAt", startsAt.toString());
        json.writeStringField("endsAt", endsAt.toString());
        if (!generator.isEmpty()) {
            json.writeStringField("generatorURL", generator);
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String field, SortedMap<String, String> texts) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
    }
}
