package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.topic.Partitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What arrived up to now, each fact once. */
final class Arrived {
    private final Map<String, Observation> observations = new LinkedHashMap<>();
    private final Map<String, PolicyEvent> policies = new LinkedHashMap<>();
    private final List<Instant> ticks = new ArrayList<>();

    /** Whether it says anything that was not known. */
    boolean add(Message message) {
        if (message instanceof Tick tick) {
            return ticks.add(tick.tick());
        }
        if (message instanceof PolicyEvent policy) {
            return policies.putIfAbsent(Envelope.idOf(policy), policy) == null;
        }
        Observation observation = (Observation) message;
        return !Partitions.isDerived(observation.series().indicator())
                && observations.putIfAbsent(Envelope.idOf(observation), observation) == null;
    }

    /** What is known by it. */
    Knowledge knowledge() {
        return new Knowledge(List.copyOf(observations.values()), List.copyOf(policies.values()), List.copyOf(ticks));
    }
}
