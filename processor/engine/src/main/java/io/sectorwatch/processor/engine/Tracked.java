package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.series.SeriesHistory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A series, and the watches that look at it. One that is only looked at from elsewhere may have no figures yet. */
final class Tracked {
    private final SeriesHistory history;
    private final List<Watch> own = new ArrayList<>(1);
    private final List<Dependent> dependents = new ArrayList<>(0);
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

    /** The watches of the series itself. */
    List<Watch> own() {
        return own;
    }

    /** The watches of other series, and own ones, that compare with this one. */
    List<Dependent> dependents() {
        return dependents;
    }

    /** All watches that look at it, each once. */
    Set<Watch> watches() {
        Set<Watch> all = new LinkedHashSet<>(own);
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
