package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.ReasonSet;
import io.sectorwatch.processor.alert.Trigger;
import io.sectorwatch.processor.alert.Watch;
import io.sectorwatch.processor.count.PolicyCounts;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.series.Origins;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Reason;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of one task in their order and decides what follows from each. It knows no Kafka, no clock and no file:
 * the same events give the same transitions.
 */
public final class Engine {
    private static final Comparator<Transition> BY_RULE_AND_SERIES =
            Comparator.comparing(Transition::rule).thenComparing(Transition::series);

    private final EngineState state;
    private final AllTracked series;
    private final PolicyCounts counts;
    private final Corrections corrections = new Corrections();
    private final KnownCorrections corrected;
    private final WatchedSeries watched;
    private final OpenReleases open;
    private long tick = Long.MIN_VALUE;

    public Engine(EngineState state) {
        this(state, new Origins());
    }

    Engine(EngineState state, Origins origins) {
        this.state = state;
        this.series = new AllTracked(origins);
        this.counts = new PolicyCounts(key -> series.of(key).history());
        this.corrected = new KnownCorrections(corrections, series, counts, state);
        this.watched = new WatchedSeries(series, new FactIds(counts, corrections), state);
        this.open = new OpenReleases(state);
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
        List<Transition> passed = passed(message.time());
        if (message instanceof Observation observation) {
            return joined(passed, observe(observation, release));
        }
        if (message instanceof PolicyEvent policy) {
            return joined(passed, observe(policy, release));
        }
        if (message instanceof Tick now) {
            return joined(passed, observe(now));
        }
        if (message instanceof Correction correction) {
            return joined(passed, observe(correction));
        }
        throw new IllegalArgumentException("not a fact: " + message);
    }

    /** The facts of a release are complete, on the topic of observations or of policy events: they are decided now. */
    public List<Transition> close(ClosedRelease release, boolean ofPolicies) {
        List<Transition> passed = passed(release.published());
        OpenRelease closed = open.close(new OpenRelease.Key(release.release(), ofPolicies));
        return closed == null ? passed : joined(passed, decided(closed));
    }

    private List<Transition> observe(Observation observation, @Nullable String release) {
        if (corrected.isVoidOnArrival(observation)) {
            return List.of();
        }
        Tracked tracked = series.of(observation.series());
        SeriesHistory history = tracked.history();
        int row = history.add(observation);
        if (row < 0) {
            return List.of();
        }
        int period = observation.period().ordinal();
        state.vintage(history, row);
        watched.watch(tracked);
        series.show(tracked);
        if (release != null) {
            touch(tracked, period);
            open.takeIn(
                    new OpenRelease.Key(release, false),
                    observation.published(),
                    tracked,
                    Trigger.figure(history, row));
            return List.of();
        }
        if (tracked.own().length == 0 && tracked.dependents().isEmpty()) {
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
        if (corrected.isVoidOnArrival(event)) {
            return List.of();
        }
        List<PolicyCounts.Change> changes = counts.add(event, tick);
        corrected.noteVersions(event.id());
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
                open.takeIn(key, event.published(), tracked, reasons);
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
        corrected.forgetHashes();
        state.tick(tick);
        Set<Watch> concerned = new LinkedHashSet<>();
        for (Watch watch : watched.heedingTime()) {
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

    private List<Transition> observe(Correction correction) {
        Message fact = corrected.take(correction);
        if (fact == null) {
            return List.of();
        }
        boolean isVoid = corrected.isVoid(correction.fact());
        Set<Watch> concerned = new LinkedHashSet<>();
        if (fact instanceof Observation observation) {
            put(observation, isVoid, concerned);
        } else if (fact instanceof PolicyEvent policy) {
            put(policy, isVoid, concerned);
        }
        return decided(concerned, Trigger.of(correction.at(), tick, Reason.CORRECTION));
    }

    /** Takes a figure out, or in again, and notes the watches that see it. */
    private void put(Observation observation, boolean isVoid, Set<Watch> concerned) {
        Tracked tracked = series.of(observation.series());
        SeriesHistory history = tracked.history();
        int row = isVoid ? history.find(observation) : history.add(observation);
        if (row < 0) {
            return;
        }
        watched.watch(tracked);
        addSeeing(Trigger.figure(history, row), tracked, concerned);
        if (isVoid) {
            history.remove(row);
        } else {
            state.vintage(history, row);
        }
        series.show(tracked);
        touch(tracked, observation.period().ordinal());
    }

    private void put(PolicyEvent policy, boolean isVoid, Set<Watch> concerned) {
        if (!isVoid) {
            state.policy(policy);
        }
        for (PolicyCounts.Change change : isVoid ? counts.remove(policy, tick) : counts.add(policy, tick)) {
            Tracked tracked = touchCount(change);
            addSeeing(new ChangedCount(tracked.history(), change), tracked, concerned);
        }
    }

    private static void addSeeing(Trigger.Reasons change, Tracked tracked, Set<Watch> concerned) {
        for (Watch watch : tracked.watches()) {
            if (!change.of(watch).isEmpty()) {
                concerned.add(watch);
            }
        }
    }

    /** A rule takes effect; nothing follows from one that is in effect already. */
    public List<Transition> apply(Rule published, Instant at) {
        List<Transition> passed = passed(at);
        Rule inEffect = watched.rule(published.id());
        if (inEffect != null && inEffect.hash().equals(published.hash())) {
            return passed;
        }
        Rule rule = watched.put(published, at);
        Trigger trigger = Trigger.of(at, tick, Reason.RULE_CHANGED);
        List<Transition> transitions = new ArrayList<>();
        Map<SeriesKey, Watch> before = detachAll(rule.id());
        for (Tracked tracked : series.matching(rule.series())) {
            Watch watch = watched.attach(rule, tracked);
            Watch old = before.remove(watch.series());
            watched.resume(watch, old == null ? null : old.alert());
            transitions.addAll(watch.decide(trigger));
        }
        before.values().forEach(old -> transitions.addAll(old.ruleGone(trigger)));
        return joined(passed, told(transitions));
    }

    /** A rule is no longer in effect. */
    public List<Transition> remove(String id, Instant at) {
        List<Transition> passed = passed(at);
        if (watched.rule(id) == null) {
            return passed;
        }
        watched.remove(id, at);
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
        watched.restore(rule);
    }

    /** Takes back when a version of a rule last took effect, in milliseconds. */
    public void restoreEffective(String rule, long at) {
        watched.restoreEffective(rule, at);
    }

    /** Takes back an open alert from what was kept. */
    public void restore(Transition alert) {
        watched.restore(alert);
    }

    /** Takes back when an alert of a rule and series was last closed, in milliseconds, by its key. */
    public void restoreClosed(String key, long at) {
        watched.restoreClosed(key, at);
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
    public void restoreOpen(OpenRelease.Key release, long moment, String alert, ReasonSet reasons) {
        open.restore(release, moment, alert, reasons);
    }

    /** Puts together what was taken back; to be called once, before the first event. */
    public void restored() {
        corrected.restored(tick);
        counts.tick(tick);
        watched.restored();
        open.restored(series);
    }

    /** Takes what is to be kept of an open release, by the key of an alert. */
    @FunctionalInterface
    public interface OpenKeeper extends OpenReleases.Keeper {}

    /** Hands on what was noted of open releases since the last time. */
    public void keepOpen(OpenKeeper keeper) {
        open.keep(keeper);
    }

    /** The watches of a series, by rule. */
    public List<Watch> watches(SeriesKey key) {
        Tracked tracked = series.find(key);
        return tracked == null ? List.of() : List.of(tracked.own());
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

    /** Of any series a scorecard may have to say something else. */
    public void showAll() {
        series.all().forEach(series::show);
    }

    /** Takes series of which a scorecard may have to say something else, those that have waited longest: about as many. */
    public Collection<SeriesKey> takeShown(int most) {
        return series.takeShown(most);
    }

    /** For who asks for no scorecards: what they would have to say must not pile up. */
    public void forgetShown() {
        series.forgetShown();
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
        return watched.effective();
    }

    /** When an alert of a rule and series was last closed, in milliseconds, by its key. */
    public Map<String, Long> closed() {
        return watched.closed();
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
        return watched.rules();
    }

    private List<Transition> passed(Instant now) {
        List<Transition> transitions = List.of();
        for (OpenRelease release : open.passed(now)) {
            transitions = joined(transitions, decided(release));
        }
        return transitions;
    }

    private List<Transition> decided(OpenRelease release) {
        state.decided(release.key());
        List<Transition> transitions =
                decided(release.watches(), new Trigger(Instant.ofEpochMilli(release.moment()), tick, release));
        release.decided();
        return transitions;
    }

    private List<Transition> decided(Collection<Watch> concerned, Trigger trigger) {
        List<Transition> transitions = new ArrayList<>(0);
        for (Watch watch : concerned) {
            transitions.addAll(watch.decide(trigger));
        }
        return told(transitions);
    }

    private Map<SeriesKey, Watch> detachAll(String rule) {
        Map<SeriesKey, Watch> detached = watched.detachAll(rule);
        open.forget(detached.values());
        return detached;
    }

    private static void touch(Tracked tracked, int period) {
        for (Watch watch : tracked.own()) {
            watch.touched(period);
        }
        for (Tracked.Dependent dependent : tracked.dependents()) {
            dependent.watch().comparedTouched(period);
        }
    }

    private Tracked touchCount(PolicyCounts.Change change) {
        Tracked tracked = series.of(change.series());
        watched.watch(tracked);
        series.show(tracked);
        touch(tracked, change.first());
        return tracked;
    }

    private List<Transition> told(List<Transition> transitions) {
        if (transitions.isEmpty()) {
            return transitions;
        }
        List<Transition> sorted = new ArrayList<>(transitions);
        sorted.sort(BY_RULE_AND_SERIES);
        for (Transition transition : sorted) {
            watched.noteTold(transition);
            series.show(series.of(transition.series()));
        }
        return sorted;
    }

    private static List<Transition> joined(List<Transition> first, List<Transition> then) {
        if (first.isEmpty()) {
            return then;
        }
        List<Transition> both = new ArrayList<>(first);
        both.addAll(then);
        return both;
    }
}
