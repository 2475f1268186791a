package io.sectorwatch.ingest.builtin;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sectorwatch.schemas.message.MalformedMessageException;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Cells of a table as JSON: an empty one is nothing, a list is separated by {@code ;}. */
final class BuiltinCells {
    static void number(JsonGenerator json, String cell) throws IOException {
        if (cell.isEmpty()) {
            json.writeNull();
            return;
        }
        try {
            json.writeNumber(new BigDecimal(cell));
        } catch (NumberFormatException e) {
            throw new MalformedMessageException("'" + cell + "' is not a number");
        }
    }

    static void optional(JsonGenerator json, String field, @Nullable String cell) throws IOException {
        if (cell != null && !cell.isEmpty()) {
            json.writeStringField(field, cell);
        }
    }

    static void list(JsonGenerator json, String field, String cell) throws IOException {
        json.writeArrayFieldStart(field);
        if (!cell.isEmpty()) {
            for (String part : cell.split(";", -1)) {
                json.writeString(part);
            }
        }
        json.writeEndArray();
    }

    static void source(JsonGenerator json, String id, String locator, @Nullable String url) throws IOException {
        json.writeObjectFieldStart("source");
        json.writeStringField("id", id);
        optional(json, "locator", locator);
        optional(json, "url", url);
        json.writeEndObject();
    }

    private BuiltinCells() {}
}
