package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.ClosedRelease.Tally;
import io.sectorwatch.schemas.series.Codes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The closing of a release. */
final class ClosedReleaseJson {
    static ClosedRelease read(JsonNode json) {
        Fields fields = Fields.of(json);
        ClosedRelease release = new ClosedRelease(
                fields.parsed("release", Codes::release),
                fields.optional("title", title -> Texts.line("title", title)),
                fields.parsed("published", Instants::parse),
                SourceJson.read(fields.object("source")),
                tally(fields.optionalObject("counts")));
        fields.noOthers();
        return release;
    }

    static byte[] bytes(ClosedRelease release, boolean locators) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("release", release.release());
            if (release.title() != null) {
                json.writeStringField("title", release.title());
            }
            json.writeStringField("published", release.published().toString());
            SourceJson.write(json, release.source(), locators);
            write(json, release.tally());
            json.writeEndObject();
        });
    }

    private static @Nullable Tally tally(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        Tally tally = new Tally(fields.count("new"), fields.count("revised"), fields.count("withdrawn"));
        fields.noOthers();
        return tally;
    }

    private static void write(JsonGenerator json, @Nullable Tally tally) throws IOException {
        if (tally != null) {
            json.writeObjectFieldStart("counts");
            json.writeNumberField("new", tally.added());
            json.writeNumberField("revised", tally.revised());
            json.writeNumberField("withdrawn", tally.withdrawn());
            json.writeEndObject();
        }
    }

    private ClosedReleaseJson() {}
}
