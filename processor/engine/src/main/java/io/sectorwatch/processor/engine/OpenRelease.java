package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.ReasonSet;
import io.sectorwatch.processor.alert.Trigger;
import io.sectorwatch.processor.alert.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** A release whose facts were taken in and are not decided yet: the watches that see any of them, and what they are to each. */
public final class OpenRelease implements Trigger.Reasons, Comparable<OpenRelease> {
    private final Key key;
    private final long moment;
    private final List<Watch> watches = new ArrayList<>();
    // What the watches themselves have no room for, since another release is noted there.
    private final Map<Watch, ReasonSet> elsewhere = new HashMap<>();
    private final List<Watch> notKept = new ArrayList<>();

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

    /** Notes what a fact of it is to a watch. */
    void add(Watch watch, ReasonSet more) {
        if (noted(watch, more)) {
            notKept.add(watch);
        }
    }

    /** Notes what was kept already. */
    void restore(Watch watch, ReasonSet its) {
        noted(watch, its);
    }

    private boolean noted(Watch watch, ReasonSet more) {
        ReasonSet before = of(watch);
        ReasonSet after = before.and(more);
        if (after == before) {
            return false;
        }
        if (before.isEmpty()) {
            watches.add(watch);
        }
        if (elsewhere.containsKey(watch) || !watch.note(this, after)) {
            elsewhere.put(watch, after);
        }
        return true;
    }

    /** Hands on what was noted since the last time. */
    void keep(BiConsumer<Watch, ReasonSet> taker) {
        for (Watch watch : notKept) {
            taker.accept(watch, of(watch));
        }
        notKept.clear();
    }

    /** Forgets watches whose rule has changed: they were decided on all there is. True if any was noted. */
    boolean forget(Collection<Watch> gone) {
        Set<Watch> all = new HashSet<>(gone);
        boolean anyNoted = watches.removeIf(all::contains);
        notKept.removeIf(all::contains);
        elsewhere.keySet().removeAll(all);
        all.forEach(watch -> watch.unnote(this));
        return anyNoted;
    }

    /** Has all that is noted handed on anew: what was kept of it is forgotten. */
    void keepAgain() {
        notKept.clear();
        notKept.addAll(watches);
    }

    /** It has been decided. */
    void decided() {
        watches.forEach(watch -> watch.unnote(this));
    }

    /** The watches that see any of it. */
    Collection<Watch> watches() {
        return watches;
    }

    /** By moment, then name: not by what came first, which a restart forgets. */
    @Override
    public int compareTo(OpenRelease other) {
        int order = Long.compare(moment, other.moment);
        order = order != 0 ? order : key.release.compareTo(other.key.release);
        return order != 0 ? order : Boolean.compare(key.ofPolicies, other.key.ofPolicies);
    }

    @Override
    public ReasonSet of(Watch watch) {
        ReasonSet noted = watch.noted(this);
        return noted.isEmpty() ? elsewhere.getOrDefault(watch, ReasonSet.NONE) : noted;
    }
}
