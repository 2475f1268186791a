package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.Trigger;
import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.schemas.message.Transition.Reason;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A release whose facts were taken in and are not decided yet: the watches that see any of them, and what they are to each. */
public final class OpenRelease implements Trigger.Reasons, Comparable<OpenRelease> {
    private final Key key;
    private final long moment;
    private final Map<Watch, Set<Reason>> reasons = new LinkedHashMap<>();

    /** Names it: observations and policy events of one release are closed apart, each on their topic. */
    public record Key(String release, boolean ofPolicies) {}

    OpenRelease(Key key, long moment) {
        this.key = key;
        this.moment = moment;
    }

    Key key() {
        return key;
    }

    /** Knowledge time of all its facts. */
    long moment() {
        return moment;
    }

    /** Notes what a fact of it is to a watch; whether that says more than was noted before. */
    boolean add(Watch watch, Set<Reason> more) {
        return !more.isEmpty()
                && reasons.computeIfAbsent(watch, none -> EnumSet.noneOf(Reason.class))
                        .addAll(more);
    }

    /** Forgets a watch whose rule has changed: it was decided on all there is. */
    void forget(Watch watch) {
        reasons.remove(watch);
    }

    /** The watches that see any of it. */
    Collection<Watch> watches() {
        return reasons.keySet();
    }

    /** By moment, then name: not by what came first, which a restart forgets. */
    @Override
    public int compareTo(OpenRelease other) {
        int order = Long.compare(moment, other.moment);
        order = order != 0 ? order : key.release.compareTo(other.key.release);
        return order != 0 ? order : Boolean.compare(key.ofPolicies, other.key.ofPolicies);
    }

    @Override
    public Set<Reason> of(Watch watch) {
        return reasons.getOrDefault(watch, Set.of());
    }
}
