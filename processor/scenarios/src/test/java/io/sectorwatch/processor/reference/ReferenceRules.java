package io.sectorwatch.processor.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rules in effect, and since when anything is as it is with each of them. */
final class ReferenceRules {
    private final SortedMap<String, JsonNode> inEffect = new TreeMap<>();
    private final Map<String, Instant> newest = new TreeMap<>();

    Collection<ReferenceRule> all() {
        return inEffect.values().stream().map(ReferenceRule::of).toList();
    }

    Optional<ReferenceRule> named(String id) {
        return Optional.ofNullable(inEffect.get(id)).map(ReferenceRule::of);
    }

    /** Whether that changes anything. */
    boolean set(String id, JsonNode rule, Instant at) {
        boolean changes = !rule.equals(inEffect.put(id, rule));
        if (changes) {
            tookEffect(id, at);
        }
        return changes;
    }

    void remove(String id, Instant at) {
        if (inEffect.remove(id) != null) {
            tookEffect(id, at);
        }
    }

    /** The newest time at which a version of it took effect, or it was removed. */
    Instant newestEffect(String id) {
        return newest.getOrDefault(id, Instant.EPOCH);
    }

    private void tookEffect(String id, Instant at) {
        newest.merge(id, at, (one, other) -> one.isAfter(other) ? one : other);
    }
}
