package io.sectorwatch.application.replay;

import io.sectorwatch.processor.rule.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule takes effect, in place of the one with its id; or, where there is none, the one with the id ends.
 *
 * @param at when
 */
public record RuleEvent(Instant at, String id, @Nullable Rule rule) {
    /** All of these rules, in effect before anything can be known. */
    public static List<RuleEvent> fromTheBeginning(List<Rule> rules) {
        return rules.stream()
                .map(rule -> new RuleEvent(Instant.EPOCH, rule.id(), rule))
                .toList();
    }
}
