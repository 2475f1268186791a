package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What arrived up to now, each fact once. */
final class Arrived {
    private final Map<String, Observation> observations = new LinkedHashMap<>();
    private final Map<String, PolicyEvent> policies = new LinkedHashMap<>();
    private final List<Instant> ticks = new ArrayList<>();
    private final Corrections ofObservations = new Corrections();
    private final Corrections ofPolicies = new Corrections();
    private @Nullable Knowledge current;

    /** Whether it says anything that was not said before. */
    boolean add(Message message) {
        current = null;
        if (message instanceof Tick tick) {
            return ticks.add(tick.tick());
        }
        if (message instanceof PolicyEvent policy) {
            return policies.putIfAbsent(FactId.of(policy), policy) == null;
        }
        Observation observation = (Observation) message;
        return !Partitions.isDerived(observation.series().indicator())
                && observations.putIfAbsent(FactId.of(observation), observation) == null;
    }

    void correct(Correction correction, boolean aboutPolicies) {
        current = null;
        (aboutPolicies ? ofPolicies : ofObservations).add(correction);
    }

    /** The ids of all facts, void or not. */
    SortedSet<String> facts() {
        SortedSet<String> ids = new TreeSet<>(observations.keySet());
        ids.addAll(policies.keySet());
        return ids;
    }

    /** The versions of policy events that are not void. */
    List<PolicyEvent> policies() {
        return valid(policies, fact -> true, ofPolicies);
    }

    /** What is known by all of it: void facts are not. */
    Knowledge knowledge() {
        if (current == null) {
            current = knowledge(fact -> true);
        }
        return current;
    }

    /** What would be known by some of the facts. */
    Knowledge knowledge(Predicate<String> facts) {
        return new Knowledge(
                valid(observations, facts, ofObservations),
                valid(policies, facts, ofPolicies),
                List.copyOf(ticks),
                corrected());
    }

    private static <T> List<T> valid(Map<String, T> facts, Predicate<String> chosen, Corrections corrections) {
        return facts.entrySet().stream()
                .filter(fact -> chosen.test(fact.getKey()) && !corrections.isVoid(fact.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** When anything was last said of a fact of each series, be the fact void or not. */
    private Map<SeriesKey, Instant> corrected() {
        Map<SeriesKey, Instant> newest = new TreeMap<>();
        ofObservations.newest().forEach((id, at) -> {
            Observation observation = observations.get(id);
            if (observation != null) {
                newest.merge(observation.series(), at, Arrived::later);
            }
        });
        ofPolicies.newest().forEach((id, at) -> {
            PolicyEvent policy = policies.get(id);
            if (policy != null) {
                ReferencePolicyCounts.concernedBy(policy, policies.values())
                        .forEach(series -> newest.merge(series, at, Arrived::later));
            }
        });
        return newest;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
