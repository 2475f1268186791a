package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Codes;
import java.io.IOException;

/** The object {@code source} of observations and policy events. */
final class SourceJson {
    static Source read(Fields fields) {
        Source source = new Source(
                fields.parsed("id", id -> Codes.id("source", id)),
                fields.optional("locator", Texts::place),
                fields.optional("url", Texts::place));
        fields.noOthers();
        return source;
    }

    static void write(JsonGenerator json, Source source, boolean locators) throws IOException {
        json.writeObjectFieldStart("source");
        json.writeStringField("id", source.id());
        if (locators && source.locator() != null) {
            json.writeStringField("locator", source.locator());
        }
        if (locators && source.url() != null) {
            json.writeStringField("url", source.url());
        }
        json.writeEndObject();
    }

    private SourceJson() {}
}
