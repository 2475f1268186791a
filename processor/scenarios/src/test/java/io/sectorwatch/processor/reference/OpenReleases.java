package io.sectorwatch.processor.reference;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The releases that are not decided yet; each topic has its own. */
final class OpenReleases {
    private record Name(String release, boolean ofPolicies) {}

    /** What the facts of a release that have come are to rules and series, by the keys of their alerts. */
    record Opened(Instant published, Map<String, Why> whys) {
        void add(String key, Why why) {
            whys.merge(key, why, (before, more) -> Why.any(List.of(before, more)));
        }

        Why why(String key) {
            return whys.getOrDefault(key, Why.NOTHING);
        }
    }

    private final Map<Name, Opened> open = new LinkedHashMap<>();

    Opened open(String release, boolean ofPolicies, Instant published) {
        return open.computeIfAbsent(new Name(release, ofPolicies), name -> new Opened(published, new TreeMap<>()));
    }

    /** Closes a release; empty where it is not open. */
    Optional<Opened> close(String release, boolean ofPolicies) {
        return Optional.ofNullable(open.remove(new Name(release, ofPolicies)));
    }

    /** Closes all that were published before a moment. */
    List<Opened> closeBefore(Instant moment) {
        List<Name> earlier = open.entrySet().stream()
                .filter(release -> release.getValue().published().isBefore(moment))
                .sorted(Comparator.<Map.Entry<Name, Opened>, Instant>comparing(
                                release -> release.getValue().published())
                        .thenComparing(release -> release.getKey().release())
                        .thenComparing(release -> release.getKey().ofPolicies()))
                .map(Map.Entry::getKey)
                .toList();
        return earlier.stream()
                .flatMap(name -> close(name.release(), name.ofPolicies()).stream())
                .toList();
    }

    /** A rule was decided on all there is: what came before is nothing new to it any more. */
    void settled(String rule) {
        open.values().forEach(release -> release.whys().keySet().removeIf(key -> key.startsWith(rule + "|")));
    }
}
