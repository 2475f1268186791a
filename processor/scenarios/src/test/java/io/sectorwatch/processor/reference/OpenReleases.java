package io.sectorwatch.processor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The releases that are not decided yet, in the order in which they were opened; each topic has its own. */
final class OpenReleases {
    private record Name(String release, boolean ofPolicies) {}

    /**
     * A fact of a release.
     *
     * @param known the facts that were known before it, without those of the release
     */
    record Released(String fact, Set<String> known, Instant published) {}

    private final Map<Name, List<Released>> open = new LinkedHashMap<>();

    void add(String release, boolean ofPolicies, String fact, Set<String> known, Instant published) {
        List<Released> others = open.computeIfAbsent(new Name(release, ofPolicies), name -> new ArrayList<>());
        Set<String> knownBefore = new TreeSet<>(known);
        others.forEach(other -> knownBefore.remove(other.fact()));
        others.add(new Released(fact, knownBefore, published));
    }

    /** Closes a release; empty where it is not open. */
    List<Released> close(String release, boolean ofPolicies) {
        return Optional.ofNullable(open.remove(new Name(release, ofPolicies))).orElse(List.of());
    }

    /** Closes all that were published before a moment. */
    List<List<Released>> closeBefore(Instant moment) {
        List<Name> earlier = open.entrySet().stream()
                .filter(release -> published(release.getValue()).isBefore(moment))
                .map(Map.Entry::getKey)
                .toList();
        return earlier.stream()
                .map(name -> close(name.release(), name.ofPolicies()))
                .toList();
    }

    static Instant published(List<Released> release) {
        return release.get(0).published();
    }
}
