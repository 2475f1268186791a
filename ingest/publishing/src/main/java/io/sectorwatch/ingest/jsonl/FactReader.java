package io.sectorwatch.ingest.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.fact.FactEvent;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a fact of any kind, told by its fields. Not thread-safe. */
final class FactReader {
    // Only fields that the other kind does not have: the first of them decides.
    private static final Set<String> OF_POLICIES =
            Set.of("id", "title", "sectors", "kind", "instruments", "actors", "stance", "occurred");
    private static final Set<String> OF_INDICATORS =
            Set.of("tick", "indicator", "sector", "period", "value", "comparator", "unit", "status", "nextRelease");

    private enum Kind {
        RECORD,
        INDICATOR,
        POLICY,
        UNKNOWN
    }

    private final JsonFactory json = new JsonFactory();
    private final IndicatorCodec indicators = new IndicatorCodec();
    private final PolicyCodec policies = new PolicyCodec();

    /** Reads one JSON object; throws MalformedMessageException with the reason. */
    Message read(byte[] bytes) {
        Utf8.require(bytes);
        return switch (kind(bytes)) {
            case RECORD -> RecordLine.read(bytes).message();
            case INDICATOR -> indicators.read(bytes);
            case POLICY -> policies.read(bytes);
            case UNKNOWN ->
                throw new MalformedMessageException(
                        "neither an observation (which has an 'indicator'), nor a policy event"
                                + " (which has a 'title'), nor a tick");
        };
    }

    /** The same with what it says beside the fact; null where it says nothing more. */
    @Nullable
    FactEvent record(byte[] bytes) {
        Utf8.require(bytes);
        return kind(bytes) == Kind.RECORD ? RecordLine.read(bytes) : null;
    }

    private Kind kind(byte[] bytes) {
        try (JsonParser parser = json.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Kind.INDICATOR;
            }
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                if (field.equals(RecordLine.RECORD)) {
                    return Kind.RECORD;
                }
                if (OF_INDICATORS.contains(field)) {
                    return Kind.INDICATOR;
                }
                if (OF_POLICIES.contains(field)) {
                    return Kind.POLICY;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return Kind.UNKNOWN;
        } catch (JsonProcessingException e) {
            // The codec meets the same error and has the words for it.
            return Kind.INDICATOR;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
