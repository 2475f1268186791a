package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.rule.SeriesSelection;
import io.sectorwatch.processor.series.Origins;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every series of a task, found by its key and, for a rule that comes, by its indicator. Each event looks for another one of
 * very many: the table keeps hashes beside each other and has no nodes, to find it with few waits for memory.
 */
final class AllTracked {
    private static final int FIRST_CAPACITY = 64;

    private final Origins origins;
    private final List<Tracked> all = new ArrayList<>();
    private int[] hashes = new int[FIRST_CAPACITY];
    private @Nullable Tracked[] slots = new Tracked[FIRST_CAPACITY];
    private final Map<String, List<Tracked>> byIndicator = new HashMap<>();
    private final Queue<Tracked> shown = new ArrayDeque<>();

    AllTracked(Origins origins) {
        this.origins = origins;
    }

    /** The series of a key, an empty one where there was none. */
    Tracked of(SeriesKey key) {
        Tracked tracked = find(key);
        if (tracked == null) {
            tracked = new Tracked(new SeriesHistory(key, all.size(), origins));
            add(tracked);
            byIndicator
                    .computeIfAbsent(key.indicator(), indicator -> new ArrayList<>())
                    .add(tracked);
        }
        return tracked;
    }

    @Nullable
    Tracked find(SeriesKey key) {
        int hash = hash(key);
        int slot = hash & slots.length - 1;
        for (Tracked found = slots[slot]; found != null; found = slots[slot]) {
            if (hashes[slot] == hash && found.history().key().equals(key)) {
                return found;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return null;
    }

    /** All of them at this moment, in the order of their coming. */
    List<Tracked> all() {
        return List.copyOf(all);
    }

    /** The watched series that a rule is about, sorted. */
    List<Tracked> matching(SeriesSelection selection) {
        String indicator = selection.indicator();
        Stream<Tracked> candidates =
                indicator == null ? all.stream() : byIndicator.getOrDefault(indicator, List.of()).stream();
        return candidates
                .filter(Tracked::watched)
                .filter(tracked -> selection.matches(tracked.history().key()))
                .sorted(Comparator.comparing(tracked -> tracked.history().key()))
                .toList();
    }

    /** What a scorecard says of a series may be another now. */
    void show(Tracked tracked) {
        if (tracked.markShown()) {
            shown.add(tracked);
        }
    }

    int shownCount() {
        return shown.size();
    }

    /** Takes those that were shown first, and those that are compared with them, until there are as many or a few more. */
    Collection<SeriesKey> takeShown(int most) {
        Set<SeriesKey> keys = new LinkedHashSet<>();
        while (keys.size() < most && !shown.isEmpty()) {
            Tracked first = shown.remove();
            first.unmarkShown();
            keys.add(first.history().key());
            for (Tracked.Dependent dependent : first.dependents()) {
                keys.add(dependent.of().history().key());
            }
        }
        return keys;
    }

    void forgetShown() {
        shown.forEach(Tracked::unmarkShown);
        shown.clear();
    }

    private void add(Tracked tracked) {
        all.add(tracked);
        if (all.size() > slots.length / 2) {
            hashes = new int[2 * slots.length];
            slots = new Tracked[2 * slots.length];
            all.forEach(this::place);
        } else {
            place(tracked);
        }
    }

    private void place(Tracked tracked) {
        int hash = hash(tracked.history().key());
        int slot = hash & slots.length - 1;
        while (slots[slot] != null) {
            slot = slot + 1 & slots.length - 1;
        }
        hashes[slot] = hash;
        slots[slot] = tracked;
    }

    private static int hash(SeriesKey key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> Short.SIZE;
    }
}
