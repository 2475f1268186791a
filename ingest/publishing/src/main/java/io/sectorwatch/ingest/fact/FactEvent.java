package io.sectorwatch.ingest.fact;

import io.sectorwatch.schemas.message.AboutFacts;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A fact, a tick, or what is said about facts, as it stands on a topic.
 *
 * @param ofPolicies whether it is on the topic of policy events; else it is on that of observations
 * @param key of its record: indicator code or policy id; empty where it has none
 * @param release the release that a fact belongs to; null for one on its own
 */
public record FactEvent(
        Message message,
        boolean ofPolicies,
        String key,
        @Nullable String release) {
    public FactEvent {
        if (release != null && message instanceof AboutFacts) {
            throw new IllegalArgumentException("no fact, and so in no release: " + message);
        }
    }

    /** A fact on its own, or a tick. */
    public static FactEvent of(Message fact) {
        return of(fact, null);
    }

    /** A fact of a release. */
    public static FactEvent of(Message fact, @Nullable String release) {
        return new FactEvent(fact, fact instanceof PolicyEvent, key(fact), release);
    }

    /** The end of a release of policy events, or of observations. */
    public static FactEvent closing(ClosedRelease release, boolean ofPolicies) {
        return new FactEvent(release, ofPolicies, "", null);
    }

    /** A correction; the key is that of its fact, or empty where nobody knows it. */
    public static FactEvent correction(Correction correction, boolean ofPolicies, String key) {
        return new FactEvent(correction, ofPolicies, key, null);
    }

    private static String key(Message fact) {
        if (fact instanceof Observation observation) {
            return observation.series().indicator();
        }
        return fact instanceof PolicyEvent policy ? policy.id() : "";
    }
}
