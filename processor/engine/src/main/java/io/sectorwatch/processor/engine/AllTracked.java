package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.rule.SeriesSelection;
import io.sectorwatch.processor.series.Origins;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every series of a task, found by its key and, for a rule that comes, by its indicator. */
final class AllTracked {
    private final Origins origins;
    private final Map<SeriesKey, Tracked> byKey = new HashMap<>();
    private final Map<String, List<Tracked>> byIndicator = new HashMap<>();
    private final List<Tracked> shown = new ArrayList<>();

    AllTracked(Origins origins) {
        this.origins = origins;
    }

    /** The series of a key, an empty one where there was none. */
    Tracked of(SeriesKey key) {
        Tracked tracked = byKey.get(key);
        if (tracked == null) {
            tracked = new Tracked(new SeriesHistory(key, byKey.size(), origins));
            byKey.put(key, tracked);
            byIndicator
                    .computeIfAbsent(key.indicator(), indicator -> new ArrayList<>())
                    .add(tracked);
        }
        return tracked;
    }

    @Nullable
    Tracked find(SeriesKey key) {
        return byKey.get(key);
    }

    /** All of them at this moment, in no order. */
    List<Tracked> all() {
        return List.copyOf(byKey.values());
    }

    /** The watched series that a rule is about, sorted. */
    List<Tracked> matching(SeriesSelection selection) {
        String indicator = selection.indicator();
        Stream<Tracked> candidates =
                indicator == null ? byKey.values().stream() : byIndicator.getOrDefault(indicator, List.of()).stream();
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

    /** Takes the series shown since the last time, and those that are compared with them, in the order of showing. */
    List<SeriesKey> takeShown() {
        for (Tracked tracked : List.copyOf(shown)) {
            tracked.dependents().forEach(dependent -> show(dependent.of()));
        }
        List<SeriesKey> keys = new ArrayList<>(shown.size());
        for (Tracked tracked : shown) {
            tracked.unmarkShown();
            keys.add(tracked.history().key());
        }
        shown.clear();
        return keys;
    }
}
