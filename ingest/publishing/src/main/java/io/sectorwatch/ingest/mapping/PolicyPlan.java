package io.sectorwatch.ingest.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.schemas.event.ContentId;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.json.Texts;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.series.Period;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes policy events. Each is written as JSON and read by the codec, so that it passes the same checks as a message from
 * anywhere else.
 */
final class PolicyPlan implements RowPlan {
    private static final int ID_DIGITS = 12;

    private final boolean deletes;
    private final PolicyCodec codec = new PolicyCodec();
    private final Provenance provenance;
    private final Column<String> area;
    private final Column<String> id;
    private final Column<String> title;
    private final Column<List<String>> sectors;
    private final Column<String> kind;
    private final Column<String> stance;
    private final Column<List<String>> instruments;
    private final Column<List<String>> actors;
    private final PeriodColumn occurred;

    PolicyPlan(Mapping.Common common, PolicyKind fields, DataSet dataSet, Moment moment) {
        Places places = new Places(dataSet);
        this.deletes = dataSet.action() == DataSet.Action.DELETE;
        this.provenance = new Provenance(common, places, moment);
        this.area = common.area().column("area", places, Codes::area);
        this.id = fields.id().column("id", places, text -> Codes.id("id", text));
        this.title = fields.title().column("title", places, PolicyPlan::line);
        this.sectors = fields.sectors().list("sectors", places, Codes::sector);
        this.kind = fields.kind().column("kind", places, text -> text);
        this.stance = fields.stance().column("stance", places, text -> text);
        this.instruments = fields.instruments().list("instruments", places, PolicyPlan::line);
        this.actors = fields.actors().list("actors", places, PolicyPlan::line);
        this.occurred = PeriodColumn.saidAlone("occurred", fields.occurred(), places);
    }

    @Override
    public @Nullable PolicyEvent fact(Row row, @Nullable Instant ofPublication) {
        Reading<Period> when = occurred.of(row);
        if (when.isUnwanted()
                || area.of(row).isUnwanted()
                || id.of(row).isUnwanted()
                || title.of(row).isUnwanted()
                || sectors.of(row).isUnwanted()
                || kind.of(row).isUnwanted()
                || stance.of(row).isUnwanted()
                || instruments.of(row).isUnwanted()
                || actors.of(row).isUnwanted()
                || provenance.isUnwanted(row)) {
            return null;
        }
        if (deletes) {
            throw new MalformedMessageException("a policy event cannot be taken back, only told anew with the same id");
        }
        PolicyEvent event = new PolicyEvent(
                "",
                title.of(row).required("title"),
                area.of(row).required("area"),
                sectors.of(row).required("sectors"),
                kind.of(row).required("kind"),
                instruments.of(row).required("instruments"),
                actors.of(row).required("actors"),
                stance.of(row).required("stance"),
                when.required("occurred"),
                provenance.published(row, ofPublication),
                provenance.source(row));
        String given = id.of(row).optional();
        String identity = given == null ? derived(event) : given;
        return codec.read(Json.bytes(json -> write(event, identity, json)));
    }

    private static String line(String text) {
        return Texts.line("the text", text.strip());
    }

    // What the id is made of stays when an event is assessed anew: a later version then takes its place.
    private static String derived(PolicyEvent event) {
        Source source = event.source();
        byte[] content = Json.bytes(json -> {
            json.writeStartArray();
            json.writeString(event.title());
            for (String sector : new TreeSet<>(event.sectors())) {
                json.writeString(sector);
            }
            json.writeString(source.id());
            json.writeString(source.locator());
            json.writeString(source.url());
            json.writeEndArray();
        });
        return event.area().toLowerCase(Locale.ROOT)
                + '-'
                + event.occurred()
                + '-'
                + ContentId.of(content).substring(0, ID_DIGITS);
    }

    private static void write(PolicyEvent event, String id, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        json.writeStringField("title", event.title());
        json.writeStringField("area", event.area());
        texts(json, "sectors", event.sectors());
        json.writeStringField("kind", event.kind());
        texts(json, "instruments", event.instruments());
        texts(json, "actors", event.actors());
        json.writeStringField("stance", event.stance());
        json.writeStringField("occurred", event.occurred().toString());
        json.writeStringField("published", event.published().toString());
        json.writeObjectFieldStart("source");
        json.writeStringField("id", event.source().id());
        json.writeStringField("locator", event.source().locator());
        json.writeStringField("url", event.source().url());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
