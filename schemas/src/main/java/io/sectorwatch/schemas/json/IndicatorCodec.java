package io.sectorwatch.schemas.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.schemas.message.AboutFacts;
import io.sectorwatch.schemas.message.IndicatorMessage;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Tick;
import java.io.IOException;

/**
 * What the topic of indicators carries. Observations are the hot path of everything, and so read token by token. Not
 * thread-safe: one for each thread.
 */
public final class IndicatorCodec implements MessageCodec<IndicatorMessage> {
    private final ObservationReader observations = new ObservationReader();

    @Override
    public IndicatorMessage read(byte[] json) {
        Json.requireFitting(json);
        try (JsonParser parser = Json.FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedMessageException("not a JSON object");
            }
            String first = parser.nextFieldName();
            IndicatorMessage message = "tick".equals(first) ? tick(parser) : observations.read(parser, first);
            if (message == null) {
                return AboutFactsCodec.read(Json.tree(json));
            }
            if (parser.nextToken() != null) {
                throw new MalformedMessageException("more than one JSON value");
            }
            return message;
        } catch (IOException e) {
            throw Json.notJson(e);
        }
    }

    @Override
    public byte[] write(IndicatorMessage message) {
        return bytes(message);
    }

    /** What {@link #write} writes, without the memory that reading needs. */
    public static byte[] bytes(IndicatorMessage message) {
        if (message instanceof Tick tick) {
            return Json.bytes(json -> {
                json.writeStartObject();
                json.writeStringField("tick", tick.tick().toString());
                json.writeEndObject();
            });
        }
        if (message instanceof AboutFacts about) {
            return AboutFactsCodec.bytes(about);
        }
        return Json.bytes(json -> write((Observation) message, true, json));
    }

    /**
     * What makes an observation the fact it is: all of it but where in the publication it stands, so that the same
     * figure found at two places is one fact.
     */
    public static byte[] identity(Observation observation) {
        return Json.bytes(json -> write(observation, false, json));
    }

    private static void write(Observation o, boolean locators, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("indicator", o.series().indicator());
        json.writeStringField("area", o.series().area());
        json.writeStringField("sector", o.series().sector());
        json.writeStringField("period", o.period().toString());
        json.writeFieldName("value");
        json.writeNumber(o.value());
        if (o.comparator() != null) {
            json.writeStringField("comparator", o.comparator().symbol());
        }
        if (o.unit() != null) {
            json.writeStringField("unit", o.unit());
        }
        if (!o.status().equals(Observation.NORMAL)) {
            Texts.write(json, "status", o.status());
        }
        json.writeStringField("published", o.published().toString());
        SourceJson.write(json, o.source(), locators);
        if (o.nextRelease() != null) {
            json.writeStringField("nextRelease", o.nextRelease().toString());
        }
        json.writeEndObject();
    }

    private static IndicatorMessage tick(JsonParser parser) throws IOException {
        Tick tick = new Tick(Tokens.parsed("tick", Tokens.text("tick", parser), Instants::parse));
        String other = parser.nextFieldName();
        if (other != null) {
            throw new MalformedMessageException("unknown field '" + other + "' beside 'tick'");
        }
        return tick;
    }
}
