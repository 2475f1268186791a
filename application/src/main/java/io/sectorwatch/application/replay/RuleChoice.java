package io.sectorwatch.application.replay;

import io.sectorwatch.processor.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Under which rules history is decided again. */
public sealed interface RuleChoice {
    /** As they stood at each time. */
    record History() implements RuleChoice {}

    /** Those in effect now, from the beginning on. */
    record Now() implements RuleChoice {}

    /** Others, from the beginning on. */
    record Others(List<Rule> rules) implements RuleChoice {}

    /** What happens to the rules, given what happened to the live ones. */
    default List<RuleEvent> events(List<RuleEvent> live) {
        if (this instanceof Others others) {
            return RuleEvent.fromTheBeginning(others.rules());
        }
        return this instanceof Now ? RuleEvent.fromTheBeginning(inEffect(live)) : live;
    }

    default String words() {
        if (this instanceof Others) {
            return "of files, from the beginning on";
        }
        return this instanceof Now ? "in effect now, from the beginning on" : "as they stood at each time";
    }

    private static List<Rule> inEffect(List<RuleEvent> events) {
        Map<String, @Nullable Rule> rules = new TreeMap<>();
        events.forEach(event -> rules.put(event.id(), event.rule()));
        return rules.values().stream().filter(rule -> rule != null).toList();
    }
}
