package io.sectorwatch.application.explanation;

import io.sectorwatch.application.alerts.Alerts.Published;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alert from its beginning on.
 *
 * @param transitions in their order, at least one
 * @param rule as it was at the last of them; null where it is on no topic any more
 * @param unit of the series' figures; null where none says one
 * @param evidence the facts that any of the transitions names, in the order in which they became known
 * @param missing ids that they name and that are no fact on the topics
 */
public record AlertStory(
        List<Published> transitions,
        @Nullable Rule rule,
        @Nullable String unit,
        List<EvidentFact> evidence,
        List<String> missing) {
    public AlertStory {
        transitions = List.copyOf(transitions);
        evidence = List.copyOf(evidence);
        missing = List.copyOf(missing);
    }

    /** How it stands. */
    public Transition last() {
        return transitions.get(transitions.size() - 1).transition();
    }
}
