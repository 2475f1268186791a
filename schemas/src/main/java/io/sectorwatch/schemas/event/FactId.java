package io.sectorwatch.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyCodec;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.util.Locale;

/** The id of a fact, derived from its content alone: the same wherever and however often it is published. */
public final class FactId {
    public static String of(Observation observation) {
        return of(EventType.OBSERVATION, IndicatorCodec.identity(observation));
    }

    public static String of(PolicyEvent policy) {
        return of(EventType.POLICY, PolicyCodec.identity(policy));
    }

    /** The same for whichever of the two it is; throws IllegalArgumentException for what is neither. */
    public static String of(Message fact) {
        if (fact instanceof Observation observation) {
            return of(observation);
        }
        if (fact instanceof PolicyEvent policy) {
            return of(policy);
        }
        throw new IllegalArgumentException("not a fact: " + fact);
    }

    /** The id of an event of a type, from what makes it what it is. */
    static String of(EventType type, byte[] identity) {
        return ContentId.of(type.name().toLowerCase(Locale.ROOT).getBytes(UTF_8), identity);
    }

    private FactId() {}
}
