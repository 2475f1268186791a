package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.ReasonSet;
import io.sectorwatch.processor.alert.Trigger;
import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.schemas.message.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The releases whose facts were taken in and are not decided yet. */
final class OpenReleases {
    private final Map<OpenRelease.Key, OpenRelease> open = new LinkedHashMap<>();
    private final List<TakenBack> takenBack = new ArrayList<>();
    private final EngineState state;
    private @Nullable OpenRelease latest;

    /** What is known of a release before its rule and series are. */
    private record TakenBack(OpenRelease.Key release, long moment, String alert, ReasonSet reasons) {}

    OpenReleases(EngineState state) {
        this.state = state;
    }

    /** A fact of a release has come, and is decided with it; until then it is only known what it is to whom. */
    void takeIn(OpenRelease.Key release, Instant published, Tracked tracked, Trigger.Reasons reasons) {
        for (Watch watch : tracked.own()) {
            note(release, published, watch, reasons);
        }
        for (Tracked.Dependent dependent : tracked.dependents()) {
            if (dependent.of() != tracked) {
                note(release, published, dependent.watch(), reasons);
            }
        }
    }

    /** Takes what was noted since the last time and is to be kept. */
    interface Keeper {
        void keep(OpenRelease.Key release, long moment, String alert, ReasonSet reasons);
    }

    /** Hands on what was noted since the last time. Most releases are decided before anybody asks. */
    void keep(Keeper keeper) {
        for (OpenRelease release : open.values()) {
            release.keep((watch, its) -> keeper.keep(
                    release.key(), release.moment(), Transition.key(watch.rule().id(), watch.series()), its));
        }
    }

    private void note(OpenRelease.Key release, Instant published, Watch watch, Trigger.Reasons reasons) {
        ReasonSet its = reasons.of(watch);
        if (!its.isEmpty()) {
            opened(release, published.toEpochMilli()).add(watch, its);
        }
    }

    /** Takes out a release that is complete; null where nothing of it concerned anybody. */
    @Nullable
    OpenRelease close(OpenRelease.Key release) {
        latest = null;
        return open.remove(release);
    }

    /** Takes out those of an earlier moment: what nobody closed is complete when something later comes. */
    Collection<OpenRelease> passed(Instant now) {
        if (open.isEmpty()) {
            return List.of();
        }
        List<OpenRelease> passed = open.values().stream()
                .filter(release -> release.moment() < now.toEpochMilli())
                .sorted()
                .toList();
        passed.forEach(release -> close(release.key()));
        return passed;
    }

    /** Forgets the watches of a rule that has changed: they were decided on all there is. */
    void forget(Collection<Watch> watches) {
        for (OpenRelease release : open.values()) {
            if (release.forget(watches)) {
                // Kept are pages of many watches, and a new one of the same rule and series must not be given the old
                // one's.
                state.decided(release.key());
                release.keepAgain();
            }
        }
    }

    void restore(OpenRelease.Key release, long moment, String alert, ReasonSet reasons) {
        takenBack.add(new TakenBack(release, moment, alert, reasons));
    }

    /** Finds the watches of what was taken back. */
    void restored(AllTracked series) {
        Map<String, Watch> watches = new LinkedHashMap<>();
        for (Tracked tracked : takenBack.isEmpty() ? List.<Tracked>of() : series.all()) {
            for (Watch watch : tracked.own()) {
                watches.put(Transition.key(watch.rule().id(), watch.series()), watch);
            }
        }
        for (TakenBack one : takenBack) {
            Watch watch = watches.get(one.alert);
            if (watch != null) {
                opened(one.release, one.moment).restore(watch, one.reasons);
            }
        }
        takenBack.clear();
    }

    private OpenRelease opened(OpenRelease.Key release, long moment) {
        OpenRelease last = latest;
        if (last != null && last.key().equals(release)) {
            return last;
        }
        OpenRelease found = open.computeIfAbsent(release, key -> new OpenRelease(key, moment));
        latest = found;
        return found;
    }
}
