package io.sectorwatch.ingest.plausibility;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was warned of: how often, and the first few of each kind. */
public final class Warned {
    private static final int REMEMBERED = 5;

    private final Map<Doubt, Long> counts = new EnumMap<>(Doubt.class);
    private final Map<Doubt, List<Implausible>> first = new EnumMap<>(Doubt.class);

    /** Warns of one more. */
    public void add(Implausible one) {
        counts.merge(one.doubt(), 1L, Long::sum);
        List<Implausible> remembered = first.computeIfAbsent(one.doubt(), none -> new ArrayList<>());
        if (remembered.size() < REMEMBERED) {
            remembered.add(one);
        }
    }

    /** How many there were of a kind. */
    public long of(Doubt doubt) {
        return counts.getOrDefault(doubt, 0L);
    }

    /** The first of a kind. */
    public List<Implausible> first(Doubt doubt) {
        return Collections.unmodifiableList(first.getOrDefault(doubt, List.of()));
    }

    /** How many there were in all. */
    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
