package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Tick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Corrections of some facts, often of one again, and now and then of one that never comes. */
final class RandomCorrections {
    static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

    static List<Input> of(RandomWorld world, List<Message> messages) {
        List<Message> facts =
                messages.stream().filter(message -> !(message instanceof Tick)).toList();
        List<Input> corrections = new ArrayList<>();
        for (int i = world.corrections && !facts.isEmpty() ? world.upTo(3) : 0; i > 0; i--) {
            Message fact = world.pick(facts);
            String id = world.chance(8) ? UNKNOWN : id(fact);
            boolean ofPolicies = fact instanceof PolicyEvent;
            Instant at = world.chance(80) ? world.momentFrom(fact.time()) : world.moment();
            State state = world.chance(80) ? State.VOID : State.VALID;
            corrections.add(correction(id, state, at, ofPolicies));
            if (world.chance(50)) {
                Instant again = world.chance(30) ? at : world.momentFrom(at);
                corrections.add(correction(id, world.pick(List.of(State.values())), again, ofPolicies));
            }
        }
        return corrections;
    }

    /** The id of an observation or policy event. */
    static String id(Message fact) {
        return fact instanceof PolicyEvent policy ? FactId.of(policy) : FactId.of((Observation) fact);
    }

    private static Input correction(String fact, State state, Instant at, boolean ofPolicies) {
        return new Input.Corrected(new Correction(fact, state, "typed wrong", at), ofPolicies);
    }

    private RandomCorrections() {}
}
