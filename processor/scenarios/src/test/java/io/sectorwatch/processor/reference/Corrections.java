package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Correction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said of the facts of one topic, whether they are known or not. */
final class Corrections {
    private final Map<String, List<Correction>> byFact = new HashMap<>();

    void add(Correction correction) {
        byFact.computeIfAbsent(correction.fact(), fact -> new ArrayList<>()).add(correction);
    }

    /** The newest moment at which anything was said of a fact. */
    Optional<Instant> newest(String fact) {
        return of(fact).stream().map(Correction::at).max(Comparator.naturalOrder());
    }

    /** The same of each fact that anything was said of. */
    Map<String, Instant> newest() {
        Map<String, Instant> all = new HashMap<>();
        byFact.keySet().forEach(fact -> newest(fact).ifPresent(at -> all.put(fact, at)));
        return all;
    }

    /** Whether a fact counts as never known: the newest decides, of the same moment the one that is void. */
    boolean isVoid(String fact) {
        Optional<Instant> newest = newest(fact);
        return of(fact).stream()
                .filter(correction -> Optional.of(correction.at()).equals(newest))
                .anyMatch(correction -> correction.state() == Correction.State.VOID);
    }

    private List<Correction> of(String fact) {
        return byFact.getOrDefault(fact, List.of());
    }
}
