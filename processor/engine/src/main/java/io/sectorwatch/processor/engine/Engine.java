package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.Evidence;
import io.sectorwatch.processor.alert.Trigger;
import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.count.PolicyCounts;
import io.sectorwatch.processor.kind.ComparedSeries;
import io.sectorwatch.processor.kind.SeriesViews;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.series.Origins;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of one task in their order and decides what follows from each. It knows no Kafka, no clock and no file:
 * the same events give the same transitions.
 */
public final class Engine {
    private static final Comparator<Transition> BY_RULE_AND_SERIES =
            Comparator.comparing(Transition::rule).thenComparing(Transition::series);

    private final Origins origins = new Origins();
    private final AllTracked series = new AllTracked(origins);
    private final RuleBook rules = new RuleBook();
    private final Watches watches = new Watches();
    private final PolicyCounts counts = new PolicyCounts(key -> series.of(key).history());
    private final Map<String, Transition> unclaimed = new HashMap<>();
    private final Evidence evidence = this::evidence;
    private final Changes changes;
    private long tick = Long.MIN_VALUE;

    /** Hears of all that must be kept. */
    public interface Changes {
        /** A vintage was added to a series that is not derived. */
        void vintage(SeriesHistory history, int row);

        void policy(PolicyEvent event);

        void rule(String id, @Nullable Rule rule);

        /** An alert was opened or updated, or closed where it is null. */
        void alert(String key, @Nullable Transition open);

        void tick(long tick);

        /** Keeps nothing: for an engine that is not to be restored. */
        Changes NOTHING = new Changes() {
            @Override
            public void vintage(SeriesHistory history, int row) {}

            @Override
            public void policy(PolicyEvent event) {}

            @Override
            public void rule(String id, @Nullable Rule rule) {}

            @Override
            public void alert(String key, @Nullable Transition open) {}

            @Override
            public void tick(long tick) {}
        };
    }

    public Engine(Changes changes) {
        this.changes = changes;
    }

    /** One more fact, or a tick. */
    public List<Transition> observe(Message fact) {
        if (fact instanceof Observation observation) {
            return observe(observation);
        }
        if (fact instanceof PolicyEvent policy) {
            return observe(policy);
        }
        if (fact instanceof Tick now) {
            return observe(now);
        }
        throw new IllegalArgumentException("not a fact: " + fact);
    }

    /** One more vintage; nothing follows from one that is known. */
    public List<Transition> observe(Observation observation) {
        Tracked tracked = tracked(observation.series());
        int row = tracked.history().add(observation);
        if (row < 0) {
            return List.of();
        }
        int period = observation.period().ordinal();
        changes.vintage(tracked.history(), row);
        watch(tracked);
        series.show(tracked);
        if (tracked.own().isEmpty() && tracked.dependents().isEmpty()) {
            return List.of();
        }
        Predicate<Watch> newPeriod = watch -> !view(watch, tracked).knownWithout(row);
        Trigger trigger = Trigger.figures(
                observation.published(), tick, watch -> watch.views().own().history() == tracked.history(), newPeriod);
        List<Transition> transitions = new ArrayList<>(0);
        changed(tracked, period, trigger, transitions);
        return told(transitions);
    }

    /** One more policy event, or another version of one. */
    public List<Transition> observe(PolicyEvent event) {
        List<PolicyCounts.Change> counted = counts.add(event, tick);
        if (!counted.isEmpty()) {
            changes.policy(event);
        }
        Map<SeriesHistory, PolicyCounts.Change> bySeries = new HashMap<>();
        counted.forEach(change -> bySeries.put(tracked(change.series()).history(), change));
        Trigger trigger = Trigger.figures(
                event.published(),
                tick,
                watch -> bySeries.containsKey(watch.views().own().history()),
                watch -> isNewIn(bySeries, watch));
        return told(counted(counted, trigger));
    }

    /** Time passes. */
    public List<Transition> observe(Tick event) {
        long now = event.tick().toEpochMilli();
        if (now <= tick) {
            return List.of();
        }
        tick = now;
        changes.tick(tick);
        Trigger trigger = Trigger.of(event.tick(), tick, Reason.TIME_PASSED);
        List<Transition> transitions = counted(counts.tick(tick), trigger);
        for (Watch watch : watches.heedingTime()) {
            transitions.addAll(watch.changed(Integer.MAX_VALUE, trigger));
        }
        return told(transitions);
    }

    /** A rule takes effect; nothing follows from one that is in effect already. */
    public List<Transition> apply(Rule published, Instant at) {
        Rule inEffect = rules.get(published.id());
        if (inEffect != null && inEffect.hash().equals(published.hash())) {
            return List.of();
        }
        Rule rule = rules.put(published);
        changes.rule(rule.id(), rule);
        Trigger trigger = Trigger.of(at, tick, Reason.RULE_CHANGED);
        List<Transition> transitions = new ArrayList<>();
        Map<SeriesKey, Watch> before = detachAll(rule.id());
        for (Tracked tracked : series.matching(rule.series())) {
            Watch watch = attach(rule, tracked);
            Watch old = before.remove(watch.series());
            watch.resume(old == null ? null : old.alert());
            transitions.addAll(watch.changed(Integer.MIN_VALUE, trigger));
        }
        before.values().forEach(old -> transitions.addAll(old.ruleGone(trigger)));
        return told(transitions);
    }

    /** A rule is no longer in effect. */
    public List<Transition> remove(String id, Instant at) {
        if (rules.get(id) == null) {
            return List.of();
        }
        rules.remove(id);
        changes.rule(id, null);
        Trigger trigger = Trigger.of(at, tick, Reason.RULE_CHANGED);
        List<Transition> transitions = new ArrayList<>();
        detachAll(id).values().forEach(watch -> transitions.addAll(watch.ruleGone(trigger)));
        return told(transitions);
    }

    /** Takes back a vintage from what was kept. */
    public void restore(Observation observation) {
        tracked(observation.series()).history().add(observation);
    }

    /** Takes back a version of a policy from what was kept. */
    public void restore(PolicyEvent event) {
        counts.add(event, tick);
    }

    /** Takes back a rule from what was kept. */
    public void restore(Rule rule) {
        rules.put(rule);
    }

    /** Takes back an open alert from what was kept. */
    public void restore(Transition open) {
        unclaimed.put(open.key(), open);
    }

    /** Takes back the newest tick from what was kept. */
    public void restore(long newestTick) {
        tick = Math.max(tick, newestTick);
    }

    /** Puts together what was taken back; to be called once, before the first event. */
    public void restored() {
        counts.tick(tick);
        for (Tracked tracked : series.all()) {
            if (tracked.history().size() > 0) {
                watch(tracked);
                series.show(tracked);
            }
        }
        unclaimed.clear();
    }

    /** The watches of a series, by rule. */
    public List<Watch> watches(SeriesKey key) {
        Tracked tracked = series.find(key);
        return tracked == null ? List.of() : tracked.own();
    }

    /** What is known of a series; null where nothing is. */
    public @Nullable SeriesHistory history(SeriesKey key) {
        Tracked tracked = series.find(key);
        return tracked == null ? null : tracked.history();
    }

    /** How many series there are of which a scorecard may have to say something else. */
    public int shownCount() {
        return series.shownCount();
    }

    /** Takes the series of which a scorecard may have to say something else. */
    public List<SeriesKey> takeShown() {
        return series.takeShown();
    }

    /** The policies as they hold now. */
    public Collection<PolicyEvent> policies() {
        return counts.current();
    }

    /** All versions of a policy. */
    public List<PolicyEvent> versions(String policy) {
        return counts.versions(policy);
    }

    /** The newest tick, in milliseconds; Long.MIN_VALUE before the first. */
    public long tick() {
        return tick;
    }

    /** The rules in effect, by id. */
    public Collection<Rule> rules() {
        return rules.all();
    }

    private void changed(Tracked tracked, int period, Trigger trigger, List<Transition> transitions) {
        for (Watch watch : tracked.own()) {
            transitions.addAll(watch.changed(period, trigger));
        }
        for (Tracked.Dependent dependent : tracked.dependents()) {
            if (dependent.of() != tracked) {
                transitions.addAll(dependent.watch().comparedChanged(period, trigger));
            }
        }
    }

    // Two derived series that changed by one event may meet in one watch: all are changed before any is decided.
    private List<Transition> counted(List<PolicyCounts.Change> counted, Trigger trigger) {
        Map<Watch, Integer> concerned = new HashMap<>();
        for (PolicyCounts.Change change : counted) {
            Tracked tracked = tracked(change.series());
            watch(tracked);
            series.show(tracked);
        }
        for (PolicyCounts.Change change : counted) {
            Tracked tracked = tracked(change.series());
            Set<Watch> watches = new LinkedHashSet<>(tracked.own());
            tracked.dependents().forEach(dependent -> watches.add(dependent.watch()));
            watches.forEach(watch -> concerned.merge(watch, change.first(), Math::min));
        }
        List<Transition> transitions = new ArrayList<>();
        concerned.keySet().stream()
                .sorted()
                .forEach(watch ->
                        transitions.addAll(watch.changed(concerned.getOrDefault(watch, Integer.MIN_VALUE), trigger)));
        return transitions;
    }

    private static boolean isNewIn(Map<SeriesHistory, PolicyCounts.Change> changes, Watch watch) {
        PolicyCounts.Change own = changes.get(watch.views().own().history());
        if (own != null) {
            return own.newPeriod();
        }
        return watch.views().others().stream().anyMatch(view -> {
            PolicyCounts.Change change = changes.get(view.history());
            return change != null && change.newPeriod();
        });
    }

    private static View view(Watch watch, Tracked tracked) {
        SeriesViews views = watch.views();
        if (views.own().history() == tracked.history()) {
            return views.own();
        }
        return views.others().stream()
                .filter(view -> view.history() == tracked.history())
                .findFirst()
                .orElseThrow();
    }

    private List<Transition> told(List<Transition> transitions) {
        if (transitions.isEmpty()) {
            return transitions;
        }
        List<Transition> sorted = new ArrayList<>(transitions);
        sorted.sort(BY_RULE_AND_SERIES);
        for (Transition transition : sorted) {
            changes.alert(transition.key(), transition.transition().opens() ? transition : null);
            series.show(tracked(transition.series()));
        }
        return sorted;
    }

    private Tracked tracked(SeriesKey key) {
        return series.of(key);
    }

    private void watch(Tracked tracked) {
        if (!tracked.watched()) {
            tracked.setWatched();
            for (Rule rule : rules.matching(tracked.history().key())) {
                Watch watch = attach(rule, tracked);
                watch.resume(unclaimed.get(Transition.key(rule.id(), watch.series())));
            }
        }
    }

    private Watch attach(Rule rule, Tracked tracked) {
        SeriesKey key = tracked.history().key();
        List<String> trust = rule.series().trust();
        List<View> others = new ArrayList<>();
        List<Tracked> compared = new ArrayList<>();
        for (ComparedSeries series : rule.when().compared()) {
            Tracked other = tracked(series.of(key));
            others.add(new View(other.history(), series.trust(trust), rule.hidden()));
            compared.add(other);
        }
        Watch watch = Watch.of(
                rule,
                new SeriesViews(new View(tracked.history(), trust, rule.hidden()), List.copyOf(others)),
                evidence);
        tracked.own().add(watch);
        compared.forEach(other -> other.dependents().add(new Tracked.Dependent(tracked, watch)));
        watches.add(watch);
        return watch;
    }

    private Map<SeriesKey, Watch> detachAll(String rule) {
        Map<SeriesKey, Watch> detached = new TreeMap<>();
        for (Watch watch : watches.remove(rule)) {
            tracked(watch.series()).own().remove(watch);
            watch.views()
                    .others()
                    .forEach(view -> tracked(view.history().key())
                            .dependents()
                            .removeIf(dependent -> dependent.watch() == watch));
            detached.put(watch.series(), watch);
        }
        return detached;
    }

    private List<String> evidence(View view, int row) {
        SeriesHistory history = view.history();
        return Partitions.isDerived(history.key().indicator())
                ? counts.evidence(history.key(), history.period(row), history.published(row))
                : List.of(Envelope.idOf(history.observation(row)));
    }
}
