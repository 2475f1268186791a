package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.Evidence;
import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.kind.ComparedSeries;
import io.sectorwatch.processor.kind.SeriesViews;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which rules are in effect, since when, and which series each of them watches. */
final class WatchedSeries {
    private final AllTracked series;
    private final Evidence evidence;
    private final EngineState state;
    private final RuleBook rules = new RuleBook();
    private final Map<String, Long> effective = new TreeMap<>();
    private final Watches watches = new Watches();
    private final Map<String, Long> closed = new HashMap<>();
    private final Map<String, Transition> unclaimed = new HashMap<>();

    WatchedSeries(AllTracked series, Evidence evidence, EngineState state) {
        this.series = series;
        this.evidence = evidence;
        this.state = state;
    }

    /** The rules in effect, by id. */
    Collection<Rule> rules() {
        return rules.all();
    }

    /** The version of a rule that is in effect; null where none is. */
    @Nullable
    Rule rule(String id) {
        return rules.get(id);
    }

    /** Puts a rule into effect; the rule as it is kept. It watches nothing yet. */
    Rule put(Rule published, Instant at) {
        Rule rule = rules.put(published);
        state.rule(rule.id(), rule);
        noteEffective(rule.id(), at);
        return rule;
    }

    /** Takes a rule out of effect. What it watched is still watched. */
    void remove(String id, Instant at) {
        rules.remove(id);
        state.rule(id, null);
        noteEffective(id, at);
    }

    /** Sees to it that all rules that match a series watch it. */
    void watch(Tracked tracked) {
        if (!tracked.watched()) {
            tracked.setWatched();
            for (Rule rule : rules.matching(tracked.history().key())) {
                Watch watch = attach(rule, tracked);
                resume(watch, unclaimed.get(key(watch)));
            }
        }
    }

    /** Has a rule watch a series from now on. */
    Watch attach(Rule rule, Tracked tracked) {
        SeriesKey key = tracked.history().key();
        List<String> trust = rule.series().trust();
        List<View> others = new ArrayList<>();
        List<Tracked> compared = new ArrayList<>();
        for (ComparedSeries other : rule.when().compared()) {
            Tracked its = series.of(other.of(key));
            others.add(new View(its.history(), other.trust(trust), rule.hidden()));
            compared.add(its);
        }
        Watch watch = Watch.of(
                rule,
                effective.getOrDefault(rule.id(), Long.MIN_VALUE),
                new SeriesViews(new View(tracked.history(), trust, rule.hidden()), List.copyOf(others)),
                evidence);
        tracked.add(watch);
        compared.forEach(other -> other.add(new Tracked.Dependent(tracked, watch)));
        watches.add(watch);
        return watch;
    }

    /** Goes on with an open alert of a rule and series, or with none, and never before what was said of them last. */
    void resume(Watch watch, @Nullable Transition open) {
        watch.resume(open, closed.getOrDefault(key(watch), Long.MIN_VALUE));
    }

    /** Has a rule watch nothing any more; the watches that it had, by their series. */
    Map<SeriesKey, Watch> detachAll(String rule) {
        Map<SeriesKey, Watch> detached = new TreeMap<>();
        Set<SeriesKey> lookedAt = new HashSet<>();
        for (Watch watch : watches.remove(rule)) {
            lookedAt.add(watch.series());
            watch.views().others().forEach(view -> lookedAt.add(view.history().key()));
            detached.put(watch.series(), watch);
        }
        lookedAt.forEach(key -> series.of(key).detach(rule));
        return detached;
    }

    /** The watches that time alone can change, by rule and series. */
    Collection<Watch> heedingTime() {
        return watches.heedingTime();
    }

    /** Notes what was told last of a rule and series. */
    void noteTold(Transition transition) {
        boolean opens = transition.transition().opens();
        state.alert(transition.key(), opens ? transition : null);
        if (!opens) {
            long at = transition.decidedAt().toEpochMilli();
            closed.put(transition.key(), at);
            state.closed(transition.key(), at);
        }
    }

    /** When a version of a rule last took effect, or a rule was removed, in milliseconds, by its id. */
    Map<String, Long> effective() {
        return Collections.unmodifiableMap(effective);
    }

    /** When an alert of a rule and series was last closed, in milliseconds, by its key. */
    Map<String, Long> closed() {
        return Collections.unmodifiableMap(closed);
    }

    void restore(Rule rule) {
        rules.put(rule);
    }

    void restore(Transition alert) {
        unclaimed.put(alert.key(), alert);
    }

    void restoreEffective(String rule, long at) {
        effective.put(rule, at);
    }

    void restoreClosed(String key, long at) {
        closed.put(key, at);
    }

    /** Has the rules that were taken back watch the series that were, and go on with their open alerts. */
    void restored() {
        for (Tracked tracked : series.all()) {
            if (tracked.history().size() > 0 || unclaimedOf(tracked)) {
                watch(tracked);
                series.show(tracked);
            }
        }
        unclaimed.clear();
    }

    private boolean unclaimedOf(Tracked tracked) {
        SeriesKey key = tracked.history().key();
        return rules.matching(key).stream().anyMatch(rule -> unclaimed.containsKey(Transition.key(rule.id(), key)));
    }

    private void noteEffective(String rule, Instant at) {
        long newest = effective.merge(rule, at.toEpochMilli(), Math::max);
        state.effective(rule, newest);
    }

    private static String key(Watch watch) {
        return Transition.key(watch.rule().id(), watch.series());
    }
}
