package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.series.SeriesHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A series, and the watches that look at it. One that is only looked at from elsewhere may have no figures yet. Each event
 * asks another of very many series, and each object on the way to its watch is a wait for memory: so there are few.
 */
final class Tracked {
    private static final Watch[] NO_WATCH = {};

    private final SeriesHistory history;
    private Watch[] own = NO_WATCH;
    private List<Dependent> dependents = List.of();
    private boolean watched;
    private boolean shown;

    /** A watch that compares with a series, and the series that it watches. */
    record Dependent(Tracked of, Watch watch) {}

    Tracked(SeriesHistory history) {
        this.history = history;
    }

    SeriesHistory history() {
        return history;
    }

    /** The watches of the series itself; only to be read. */
    Watch[] own() {
        return own;
    }

    /** The watches of other series, and own ones, that compare with this one. */
    List<Dependent> dependents() {
        return dependents;
    }

    void add(Watch watch) {
        own = Arrays.copyOf(own, own.length + 1);
        own[own.length - 1] = watch;
    }

    void add(Dependent dependent) {
        if (dependents.isEmpty()) {
            dependents = new ArrayList<>(1);
        }
        dependents.add(dependent);
    }

    /** Takes out all watches of a rule. */
    void detach(String rule) {
        own = Arrays.stream(own)
                .filter(watch -> !watch.rule().id().equals(rule))
                .toArray(Watch[]::new);
        List<Dependent> others = dependents.stream()
                .filter(dependent -> !dependent.watch().rule().id().equals(rule))
                .toList();
        dependents = others.isEmpty() ? List.of() : new ArrayList<>(others);
    }

    /** All watches that look at it, each once. */
    Set<Watch> watches() {
        Set<Watch> all = new LinkedHashSet<>(Arrays.asList(own));
        dependents.forEach(dependent -> all.add(dependent.watch()));
        return all;
    }

    /** Whether rules have been looked for. */
    boolean watched() {
        return watched;
    }

    void setWatched() {
        watched = true;
    }

    /** Marks that a scorecard may have to say something else; false where it is marked already. */
    boolean markShown() {
        boolean first = !shown;
        shown = true;
        return first;
    }

    void unmarkShown() {
        shown = false;
    }
}
