package io.sectorwatch.ingest.builtin;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.util.List;

/** Turns rows with the fields of a policy event, and its source as {@code source,locator,url}, into policy events. */
final class PolicyRow {
    private static final List<String> TEXTS = List.of("id", "title", "area", "kind", "stance", "occurred", "published");
    private static final List<String> LISTS = List.of("sectors", "instruments", "actors");

    static Message read(NamedCsvRecord row) {
        return new PolicyCodec().read(Json.bytes(json -> write(row, json)));
    }

    private static void write(NamedCsvRecord row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (String field : TEXTS) {
            json.writeStringField(field, row.getField(field));
        }
        for (String field : LISTS) {
            BuiltinCells.list(json, field, row.getField(field));
        }
        BuiltinCells.source(json, row.getField("source"), row.getField("locator"), row.getField("url"));
        json.writeEndObject();
    }

    private PolicyRow() {}
}
