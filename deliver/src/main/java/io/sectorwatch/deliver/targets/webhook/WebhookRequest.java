package io.sectorwatch.deliver.targets.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import io.sectorwatch.schemas.event.ContentId;
import io.sectorwatch.schemas.json.Json;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One request to a webhook.
 *
 * @param id the same whenever the same is told again
 */
record WebhookRequest(String id, SortedMap<String, String> headers, byte[] body) {
    private static final String TYPE = "Content-Type";

    /** One event, its attributes in headers. */
    static WebhookRequest binary(Notice notice) {
        SortedMap<String, String> headers = headers("application/json");
        notice.attributes().forEach((name, value) -> headers.put("ce-" + name, HeaderValue.of(value)));
        return new WebhookRequest(notice.id(), headers, notice.value());
    }

    /** One event, its attributes beside its data. */
    static WebhookRequest structured(Notice notice) {
        return new WebhookRequest(
                notice.id(),
                headers("application/cloudevents+json; charset=utf-8"),
                Json.bytes(json -> EventJson.write(json, notice)));
    }

    /** Several events. */
    static WebhookRequest batched(List<Notice> notices) {
        String ids = notices.stream().map(Notice::id).collect(Collectors.joining(" "));
        return new WebhookRequest(
                notices.size() == 1 ? ids : ContentId.of(ids.getBytes(UTF_8)),
                headers("application/cloudevents-batch+json; charset=utf-8"),
                Json.bytes(json -> EventJson.write(json, notices)));
    }

    /** A line for chat. */
    static WebhookRequest slack(Notice notice, AlertPage page) {
        return new WebhookRequest(notice.id(), headers("application/json"), Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("text", SlackText.of(notice, page));
            json.writeEndObject();
        }));
    }

    private static SortedMap<String, String> headers(String type) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put(TYPE, type);
        return headers;
    }
}
