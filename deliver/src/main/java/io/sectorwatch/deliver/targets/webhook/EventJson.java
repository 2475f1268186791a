package io.sectorwatch.deliver.targets.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sectorwatch.deliver.notice.Notice;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Events in the JSON format of CloudEvents. */
final class EventJson {
    static void write(JsonGenerator json, Notice notice) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, String> attribute : notice.attributes().entrySet()) {
            json.writeStringField(attribute.getKey(), attribute.getValue());
        }
        json.writeStringField("datacontenttype", "application/json");
        json.writeFieldName("data");
        json.writeRawValue(new String(notice.value(), UTF_8));
        json.writeEndObject();
    }

    static void write(JsonGenerator json, List<Notice> notices) throws IOException {
        json.writeStartArray();
        for (Notice notice : notices) {
            write(json, notice);
        }
        json.writeEndArray();
    }

    private EventJson() {}
}
