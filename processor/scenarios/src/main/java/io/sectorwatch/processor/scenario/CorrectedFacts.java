package io.sectorwatch.processor.scenario;

import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.util.List;
import java.util.Optional;

/** The facts of a scenario by their places in the list of events, from 1; "2.1" is the first of a release. */
record CorrectedFacts(List<Optional<ScenarioEvent>> events) {
    /** The fact at a place; empty where there is none. */
    Optional<Message> at(String place) {
        String[] parts = place.split("\\.", 2);
        int event = number(parts[0]);
        if (event < 1 || event > events.size()) {
            return Optional.empty();
        }
        ScenarioEvent found = events.get(event - 1).orElse(null);
        if (found instanceof ScenarioEvent.Known known && parts.length == 1) {
            return Optional.of(known.message()).filter(CorrectedFacts::isFact);
        }
        if (found instanceof ScenarioEvent.Released released && parts.length == 2) {
            int fact = number(parts[1]);
            return fact < 1 || fact > released.facts().size()
                    ? Optional.empty()
                    : Optional.of(released.facts().get(fact - 1).message());
        }
        return Optional.empty();
    }

    /** The id by which corrections name a fact. */
    static String idOf(Message fact) {
        return fact instanceof Observation observation ? FactId.of(observation) : FactId.of((PolicyEvent) fact);
    }

    private static boolean isFact(Message message) {
        return message instanceof Observation || message instanceof PolicyEvent;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}
