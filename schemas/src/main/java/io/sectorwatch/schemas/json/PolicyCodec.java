package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.series.Period;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/** Policy events. */
public final class PolicyCodec implements MessageCodec<PolicyEvent> {
    /** The stances a policy can have towards innovation in its sectors. */
    public static final List<String> STANCES = List.of("support", "restrict", "risk", "neutral");

    @Override
    public PolicyEvent read(byte[] json) {
        Json.requireFitting(json);
        return read(Json.tree(json));
    }

    static PolicyEvent read(JsonNode json) {
        Fields fields = Fields.of(json);
        List<String> sectors = fields.texts("sectors", Codes::sector);
        PolicyEvent event = new PolicyEvent(
                fields.parsed("id", id -> Codes.id("id", id)),
                fields.parsed("title", title -> Texts.line("title", title)),
                fields.parsed("area", Codes::area),
                sectors.isEmpty() ? List.of(PolicyEvent.ECONOMY) : List.copyOf(new TreeSet<>(sectors)),
                fields.parsed("kind", kind -> Codes.word("kind", kind)),
                fields.texts("instruments", text -> Texts.line("an instrument", text)),
                fields.texts("actors", text -> Texts.line("an actor", text)),
                fields.parsed("stance", PolicyCodec::stance),
                fields.parsed("occurred", Period::parse),
                fields.parsed("published", Instants::parse),
                SourceJson.read(fields.object("source")));
        fields.noOthers();
        Century.check(event.occurred(), event.published());
        return event;
    }

    @Override
    public byte[] write(PolicyEvent event) {
        return Json.bytes(json -> write(event, true, json));
    }

    /** What makes a policy event the fact it is: all but where in the publication it stands. */
    public static byte[] identity(PolicyEvent event) {
        return Json.bytes(json -> write(event, false, json));
    }

    private static void write(PolicyEvent event, boolean locators, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", event.id());
        json.writeStringField("title", event.title());
        json.writeStringField("area", event.area());
        Texts.write(json, "sectors", event.sectors());
        json.writeStringField("kind", event.kind());
        Texts.write(json, "instruments", event.instruments());
        Texts.write(json, "actors", event.actors());
        json.writeStringField("stance", event.stance());
        json.writeStringField("occurred", event.occurred().toString());
        json.writeStringField("published", event.published().toString());
        SourceJson.write(json, event.source(), locators);
        json.writeEndObject();
    }

    private static String stance(String code) {
        if (!STANCES.contains(code)) {
            throw new IllegalArgumentException(
                    "stance '" + code + "' is none of " + String.join(", ", STANCES) + Suggestion.among(STANCES, code));
        }
        return code;
    }
}
