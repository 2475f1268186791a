package io.sectorwatch.ingest.builtin;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sectorwatch.schemas.json.Fields;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows {@code area,period,value,comparator,status,published,locator} into observations.
 *
 * <p>A row is written as JSON and read by the codec, so that it passes the same checks as a message from anywhere else.
 */
record ObservationRow(
        String indicator,
        String sector,
        @Nullable String unit,
        String source,
        @Nullable String url,
        IndicatorCodec codec) {

    /** What all rows of a data set have in common. */
    static ObservationRow of(Fields description) {
        Fields source = description.object("source");
        return new ObservationRow(
                description.text("indicator"),
                description.text("sector"),
                description.optionalText("unit"),
                source.text("id"),
                source.optionalText("url"),
                new IndicatorCodec());
    }

    Message read(NamedCsvRecord row) {
        return codec.read(Json.bytes(json -> write(row, json)));
    }

    private void write(NamedCsvRecord row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("indicator", indicator);
        json.writeStringField("area", row.getField("area"));
        json.writeStringField("sector", sector);
        json.writeStringField("period", row.getField("period"));
        json.writeFieldName("value");
        BuiltinCells.number(json, row.getField("value"));
        BuiltinCells.optional(json, "comparator", row.getField("comparator"));
        BuiltinCells.optional(json, "unit", unit);
        if (!row.getField("status").isEmpty()) {
            BuiltinCells.list(json, "status", row.getField("status"));
        }
        json.writeStringField("published", row.getField("published"));
        BuiltinCells.source(json, source, row.getField("locator"), url);
        json.writeEndObject();
    }
}
