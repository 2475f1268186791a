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
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<String, Long> effective = new TreeMap<>();
    private final Watches watches = new Watches();
    private final PolicyCounts counts = new PolicyCounts(key -> series.of(key).history());
    private final Map<OpenRelease.Key, OpenRelease> open = new LinkedHashMap<>();
    private final Corrections corrections = new Corrections();
    private final Map<String, Long> closed = new HashMap<>();
    private final Map<String, Transition> unclaimed = new HashMap<>();
    private final Evidence evidence = new FactIds();
    private final List<UnclaimedRelease> unclaimedReleases = new ArrayList<>();
    private final EngineState state;
    private long tick = Long.MIN_VALUE;

    public Engine(EngineState state) {
        this.state = state;
    }

    /** One more fact on its own, a tick or a correction. */
    public List<Transition> observe(Message message) {
        return observe(message, null);
    }

    /**
     * One more fact, a tick or a correction; nothing follows from one that is known.
     *
     * @param release the release that a fact belongs to, with which it is decided; null for one on its own
     */
    public List<Transition> observe(Message message, @Nullable String release) {
        List<Transition> transitions = passed(message.time());
        if (message instanceof Observation observation) {
            return joined(transitions, observe(observation, release));
        }
        if (message instanceof PolicyEvent policy) {
            return joined(transitions, observe(policy, release));
        }
        if (message instanceof Tick now) {
            return joined(transitions, observe(now));
        }
        if (message instanceof Correction correction) {
            return joined(transitions, correct(correction));
        }
        throw new IllegalArgumentException("not a fact: " + message);
    }

    /** The facts of a release are complete, on the topic of observations or of policy events: they are decided now. */
    public List<Transition> close(ClosedRelease release, boolean ofPolicies) {
        List<Transition> transitions = passed(release.published());
        OpenRelease closed = open.remove(new OpenRelease.Key(release.release(), ofPolicies));
        return closed == null ? transitions : joined(transitions, decided(closed));
    }

    private List<Transition> observe(Observation observation, @Nullable String release) {
        Tracked tracked = series.of(observation.series());
        SeriesHistory history = tracked.history();
        if (isVoid(observation)) {
            return List.of();
        }
        int row = history.add(observation);
        if (row < 0) {
            return List.of();
        }
        int period = observation.period().ordinal();
        state.vintage(history, row);
        watch(tracked);
        series.show(tracked);
        if (release != null) {
            touch(tracked, period);
            takeIn(new OpenRelease.Key(release, false), observation.published(), tracked, Trigger.figure(history, row));
            return List.of();
        }
        if (tracked.own().isEmpty() && tracked.dependents().isEmpty()) {
            return List.of();
        }
        Trigger trigger = Trigger.of(observation.published(), tick, history, row);
        List<Transition> transitions = new ArrayList<>(0);
        for (Watch watch : tracked.own()) {
            watch.touched(period);
            transitions.addAll(watch.decide(trigger));
        }
        for (Tracked.Dependent dependent : tracked.dependents()) {
            if (dependent.of() != tracked && dependent.watch().comparedTouched(period)) {
                transitions.addAll(dependent.watch().decide(trigger));
            }
        }
        return told(transitions);
    }

    private List<Transition> observe(PolicyEvent event, @Nullable String release) {
        if (isVoid(event)) {
            return List.of();
        }
        List<PolicyCounts.Change> changes = counts.add(event, tick);
        if (!corrections.isEmpty()) {
            noteCorrected(event.id());
        }
        if (changes.isEmpty()) {
            return List.of();
        }
        state.policy(event);
        OpenRelease.Key key = new OpenRelease.Key(release == null ? "" : release, true);
        OpenRelease alone = new OpenRelease(key, event.published().toEpochMilli());
        for (PolicyCounts.Change change : changes) {
            Tracked tracked = touchCount(change);
            Trigger.Reasons reasons = new ChangedCount(tracked.history(), change);
            if (release == null) {
                tracked.watches().forEach(watch -> alone.add(watch, reasons.of(watch)));
            } else {
                takeIn(key, event.published(), tracked, reasons);
            }
        }
        return release == null ? decided(alone) : List.of();
    }

    private List<Transition> observe(Tick event) {
        long now = event.tick().toEpochMilli();
        if (now <= tick) {
            return List.of();
        }
        long before = tick;
        tick = now;
        state.tick(tick);
        Set<Watch> concerned = new LinkedHashSet<>();
        for (Watch watch : watches.heedingTime()) {
            // Its own figures may have told that it is so late.
            if (Math.max(before, watch.views().own().history().newest()) < now) {
                concerned.add(watch);
            }
        }
        for (PolicyCounts.Change change : counts.tick(tick)) {
            concerned.addAll(touchCount(change).watches());
        }
        return decided(concerned, Trigger.of(event.tick(), tick, Reason.TIME_PASSED));
    }

    private List<Transition> correct(Correction correction) {
        boolean wasVoid = corrections.isVoid(correction.fact());
        if (!corrections.add(correction)) {
            return List.of();
        }
        state.correction(correction);
        Message fact = known(correction.fact());
        if (fact == null) {
            return List.of();
        }
        boolean isVoid = corrections.isVoid(correction.fact());
        if (corrections.note(correction.fact(), fact)) {
            state.corrected(correction.fact(), fact);
        }
        noteCorrected(fact, correction);
        if (isVoid == wasVoid) {
            return List.of();
        }
        Set<Watch> concerned = new LinkedHashSet<>();
        if (fact instanceof Observation observation) {
            Tracked tracked = series.of(observation.series());
            SeriesHistory history = tracked.history();
            int row = isVoid ? history.find(observation) : history.add(observation);
            if (row < 0) {
                return List.of();
            }
            watch(tracked);
            Trigger.Reasons reasons = Trigger.figure(history, row);
            tracked.watches().stream()
                    .filter(watch -> !reasons.of(watch).isEmpty())
                    .forEach(concerned::add);
            if (isVoid) {
                history.remove(row);
            } else {
                state.vintage(history, row);
            }
            series.show(tracked);
            touch(tracked, observation.period().ordinal());
        } else if (fact instanceof PolicyEvent policy) {
            if (!isVoid) {
                state.policy(policy);
            }
            for (PolicyCounts.Change change : isVoid ? counts.remove(policy, tick) : counts.add(policy, tick)) {
                Tracked tracked = touchCount(change);
                Trigger.Reasons reasons = new ChangedCount(tracked.history(), change);
                tracked.watches().stream()
                        .filter(watch -> !reasons.of(watch).isEmpty())
                        .forEach(concerned::add);
            }
        }
        return decided(concerned, Trigger.of(correction.at(), tick, Reason.CORRECTION));
    }

    /** A rule takes effect; nothing follows from one that is in effect already. */
    public List<Transition> apply(Rule published, Instant at) {
        List<Transition> passed = passed(at);
        Rule inEffect = rules.get(published.id());
        if (inEffect != null && inEffect.hash().equals(published.hash())) {
            return passed;
        }
        Rule rule = rules.put(published);
        state.rule(rule.id(), rule);
        noteEffective(rule.id(), at);
        Trigger trigger = Trigger.of(at, tick, Reason.RULE_CHANGED);
        List<Transition> transitions = new ArrayList<>();
        Map<SeriesKey, Watch> before = detachAll(rule.id());
        for (Tracked tracked : series.matching(rule.series())) {
            Watch watch = attach(rule, tracked);
            Watch old = before.remove(watch.series());
            watch.resume(old == null ? null : old.alert(), closedAt(rule, watch));
            transitions.addAll(watch.decide(trigger));
        }
        before.values().forEach(old -> transitions.addAll(old.ruleGone(trigger)));
        return joined(passed, told(transitions));
    }

    /** A rule is no longer in effect. */
    public List<Transition> remove(String id, Instant at) {
        List<Transition> passed = passed(at);
        if (rules.get(id) == null) {
            return passed;
        }
        rules.remove(id);
        state.rule(id, null);
        noteEffective(id, at);
        Trigger trigger = Trigger.of(at, tick, Reason.RULE_CHANGED);
        List<Transition> transitions = new ArrayList<>();
        detachAll(id).values().forEach(watch -> transitions.addAll(watch.ruleGone(trigger)));
        return joined(passed, told(transitions));
    }

    /** Takes back a vintage from what was kept. */
    public void restore(Observation observation) {
        series.of(observation.series()).history().add(observation);
    }

    /** Takes back a version of a policy from what was kept. */
    public void restore(PolicyEvent event) {
        counts.add(event, tick);
    }

    /** Takes back a rule from what was kept. */
    public void restore(Rule rule) {
        rules.put(rule);
    }

    /** Takes back when a version of a rule last took effect, in milliseconds. */
    public void restore(String rule, long at) {
        effective.put(rule, at);
    }

    /** Takes back an open alert from what was kept. */
    public void restore(Transition alert) {
        unclaimed.put(alert.key(), alert);
    }

    /** Takes back when an alert of a rule and series was last closed, in milliseconds, by its key. */
    public void restoreClosed(String key, long at) {
        closed.put(key, at);
    }

    /** Takes back the newest tick from what was kept. */
    public void restore(long newestTick) {
        tick = Math.max(tick, newestTick);
    }

    /** Takes back a correction from what was kept. */
    public void restore(Correction correction) {
        corrections.add(correction);
    }

    /** Takes back a fact that was corrected. */
    public void restoreCorrected(String id, Message fact) {
        corrections.note(id, fact);
    }

    /** Takes back what a release that is open is to a rule and series, by the key of their alert. */
    public void restoreOpen(OpenRelease.Key release, long moment, String alert, Set<Reason> reasons) {
        unclaimedReleases.add(new UnclaimedRelease(release, moment, alert, reasons));
    }

    /** Puts together what was taken back; to be called once, before the first event. */
    public void restored() {
        for (Map.Entry<String, Message> corrected : corrections.facts().entrySet()) {
            Correction correction = corrections.of(corrected.getKey());
            if (correction != null) {
                noteCorrected(corrected.getValue(), correction);
                if (corrections.isVoid(corrected.getKey())) {
                    takeOut(corrected.getValue());
                }
            }
        }
        counts.tick(tick);
        for (Tracked tracked : series.all()) {
            if (tracked.history().size() > 0 || unclaimedOf(tracked)) {
                watch(tracked);
                series.show(tracked);
            }
        }
        unclaimed.clear();
        for (UnclaimedRelease release : unclaimedReleases) {
            int bar = release.alert.indexOf('|');
            String rule = release.alert.substring(0, bar);
            for (Watch watch : watches(SeriesKey.parse(release.alert.substring(bar + 1)))) {
                if (watch.rule().id().equals(rule)) {
                    opened(release.release, release.moment).add(watch, release.reasons);
                }
            }
        }
        unclaimedReleases.clear();
    }

    private record UnclaimedRelease(OpenRelease.Key release, long moment, String alert, Set<Reason> reasons) {}

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

    /** When a version of a rule last took effect, or a rule was removed, in milliseconds, by its id. */
    public Map<String, Long> effective() {
        return Collections.unmodifiableMap(effective);
    }

    /** When an alert of a rule and series was last closed, in milliseconds, by its key. */
    public Map<String, Long> closed() {
        return Collections.unmodifiableMap(closed);
    }

    /** The newest correction of each fact that was corrected. */
    public Collection<Correction> corrections() {
        return corrections.newest();
    }

    /** The facts that were corrected, as far as they have come, by their ids. */
    public Map<String, Message> corrected() {
        return corrections.facts();
    }

    /** The rules in effect, by id. */
    public Collection<Rule> rules() {
        return rules.all();
    }

    private boolean unclaimedOf(Tracked tracked) {
        return rules.matching(tracked.history().key()).stream()
                .anyMatch(rule -> unclaimed.containsKey(
                        Transition.key(rule.id(), tracked.history().key())));
    }

    private void takeOut(Message fact) {
        if (fact instanceof Observation observation) {
            SeriesHistory history = series.of(observation.series()).history();
            int row = history.find(observation);
            if (row >= 0) {
                history.remove(row);
            }
        } else if (fact instanceof PolicyEvent policy) {
            counts.remove(policy, tick);
        }
    }

    // What was not closed is complete when something of a later moment comes.
    private List<Transition> passed(Instant now) {
        if (open.isEmpty()) {
            return List.of();
        }
        List<Transition> transitions = new ArrayList<>();
        for (OpenRelease release : open.values().stream().sorted().toList()) {
            if (release.moment() < now.toEpochMilli()) {
                open.remove(release.key());
                transitions.addAll(decided(release));
            }
        }
        return transitions;
    }

    private OpenRelease opened(OpenRelease.Key release, long moment) {
        return open.computeIfAbsent(release, key -> new OpenRelease(key, moment));
    }

    /** A fact of a release has come, and is decided with it; until then it is only known what it is to whom. */
    private void takeIn(OpenRelease.Key release, Instant published, Tracked tracked, Trigger.Reasons reasons) {
        for (Watch watch : tracked.watches()) {
            Set<Reason> its = reasons.of(watch);
            if (!its.isEmpty()) {
                OpenRelease to = opened(release, published.toEpochMilli());
                if (to.add(watch, its)) {
                    state.open(release, to.moment(), Transition.key(watch.rule().id(), watch.series()), to.of(watch));
                }
            }
        }
    }

    private List<Transition> decided(OpenRelease release) {
        state.decided(release.key());
        return decided(release.watches(), new Trigger(Instant.ofEpochMilli(release.moment()), tick, release));
    }

    private List<Transition> decided(Collection<Watch> concerned, Trigger trigger) {
        List<Transition> transitions = new ArrayList<>(0);
        for (Watch watch : concerned) {
            transitions.addAll(watch.decide(trigger));
        }
        return told(transitions);
    }

    private static void touch(Tracked tracked, int period) {
        tracked.own().forEach(watch -> watch.touched(period));
        for (Tracked.Dependent dependent : tracked.dependents()) {
            dependent.watch().comparedTouched(period);
        }
    }

    private Tracked touchCount(PolicyCounts.Change change) {
        Tracked tracked = series.of(change.series());
        watch(tracked);
        series.show(tracked);
        touch(tracked, change.first());
        return tracked;
    }

    private boolean isVoid(Message fact) {
        if (corrections.isEmpty()) {
            return false;
        }
        String id = fact instanceof Observation observation ? FactId.of(observation) : FactId.of((PolicyEvent) fact);
        Correction correction = corrections.of(id);
        if (correction == null) {
            return false;
        }
        if (corrections.note(id, fact)) {
            state.corrected(id, fact);
        }
        noteCorrected(fact, correction);
        return corrections.isVoid(id);
    }

    private void noteCorrected(Message fact, Correction correction) {
        if (fact instanceof Observation observation) {
            series.of(observation.series()).history().corrected(correction.at().toEpochMilli());
        } else if (fact instanceof PolicyEvent policy) {
            noteCorrected(policy.id());
        }
    }

    /** Notes when versions of a policy were corrected, in all series in which each of them does anything. */
    private void noteCorrected(String policy) {
        List<PolicyEvent> versions = new ArrayList<>(counts.versions(policy));
        for (Message fact : corrections.facts().values()) {
            if (fact instanceof PolicyEvent version && version.id().equals(policy)) {
                versions.add(version);
            }
        }
        for (PolicyEvent version : versions) {
            Correction correction = corrections.of(FactId.of(version));
            if (correction != null) {
                long at = correction.at().toEpochMilli();
                PolicyCounts.concernedBy(version, versions)
                        .forEach(key -> series.of(key).history().corrected(at));
            }
        }
    }

    /** The fact of an id, if it has come. Corrections are rare, and facts many: none is kept by its id. */
    private @Nullable Message known(String id) {
        Message corrected = corrections.fact(id);
        if (corrected != null) {
            return corrected;
        }
        for (Tracked tracked : series.all()) {
            SeriesHistory history = tracked.history();
            for (int row = 0;
                    row < history.size() && !Partitions.isDerived(history.key().indicator());
                    row++) {
                Observation observation = history.observation(row);
                if (FactId.of(observation).equals(id)) {
                    return observation;
                }
            }
        }
        return counts.find(id);
    }

    private void noteEffective(String rule, Instant at) {
        long newest = effective.merge(rule, at.toEpochMilli(), Math::max);
        state.effective(rule, newest);
    }

    private static List<Transition> joined(List<Transition> first, List<Transition> then) {
        if (first.isEmpty()) {
            return then;
        }
        List<Transition> both = new ArrayList<>(first);
        both.addAll(then);
        return both;
    }

    private List<Transition> told(List<Transition> transitions) {
        if (transitions.isEmpty()) {
            return transitions;
        }
        List<Transition> sorted = new ArrayList<>(transitions);
        sorted.sort(BY_RULE_AND_SERIES);
        for (Transition transition : sorted) {
            boolean opens = transition.transition().opens();
            state.alert(transition.key(), opens ? transition : null);
            if (!opens) {
                long at = transition.decidedAt().toEpochMilli();
                closed.put(transition.key(), at);
                state.closed(transition.key(), at);
            }
            series.show(series.of(transition.series()));
        }
        return sorted;
    }

    private void watch(Tracked tracked) {
        if (!tracked.watched()) {
            tracked.setWatched();
            for (Rule rule : rules.matching(tracked.history().key())) {
                Watch watch = attach(rule, tracked);
                watch.resume(unclaimed.get(Transition.key(rule.id(), watch.series())), closedAt(rule, watch));
            }
        }
    }

    private Watch attach(Rule rule, Tracked tracked) {
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
        tracked.own().add(watch);
        compared.forEach(other -> other.dependents().add(new Tracked.Dependent(tracked, watch)));
        watches.add(watch);
        return watch;
    }

    private long closedAt(Rule rule, Watch watch) {
        return closed.getOrDefault(Transition.key(rule.id(), watch.series()), Long.MIN_VALUE);
    }

    private Map<SeriesKey, Watch> detachAll(String rule) {
        Map<SeriesKey, Watch> detached = new TreeMap<>();
        for (Watch watch : watches.remove(rule)) {
            series.of(watch.series()).own().remove(watch);
            open.values().forEach(release -> release.forget(watch));
            watch.views()
                    .others()
                    .forEach(view -> series.of(view.history().key())
                            .dependents()
                            .removeIf(dependent -> dependent.watch() == watch));
            detached.put(watch.series(), watch);
        }
        return detached;
    }

    private final class FactIds implements Evidence {
        @Override
        public List<String> of(View view, int row) {
            SeriesHistory history = view.history();
            return Partitions.isDerived(history.key().indicator())
                    ? counts.evidence(history.key(), history.period(row), history.published(row))
                    : List.of(FactId.of(history.observation(row)));
        }

        @Override
        public int count(View view, int row) {
            SeriesHistory history = view.history();
            BigDecimal events = history.value(row);
            return Partitions.isDerived(history.key().indicator()) && events != null ? events.intValue() : 1;
        }

        @Override
        public boolean isVoid(String fact) {
            return corrections.isVoid(fact);
        }
    }
}
