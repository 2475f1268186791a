package io.sectorwatch.application.rules;

import io.sectorwatch.application.replay.Backtest;
import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What rules would have decided on some facts, had they been in effect from the beginning on. */
public final class PastDecisions {
    private final Map<Transition.Type, Integer> numbers = new EnumMap<>(Transition.Type.class);
    private final SortedMap<String, Transition> open = new TreeMap<>();

    private PastDecisions() {}

    static PastDecisions of(List<Rule> rules, FactHistory.Facts facts) throws IOException {
        PastDecisions past = new PastDecisions();
        new FactHistory(RuleEvent.fromTheBeginning(rules), facts).tell(Span.WHOLE, new Backtest(past::take));
        return past;
    }

    /** How many transitions of a type. */
    public int number(Transition.Type type) {
        return numbers.getOrDefault(type, 0);
    }

    /** How many alerts are open at the end. */
    public int open() {
        return open.size();
    }

    /** The last transitions of the alerts that are open at the end, and not in others, by rule and series. */
    public List<Transition> openBeside(PastDecisions others) {
        return open.values().stream()
                .filter(alert -> !others.open.containsKey(alert.key()))
                .toList();
    }

    private void take(Transition transition) {
        numbers.merge(transition.transition(), 1, Integer::sum);
        if (transition.transition().opens()) {
            open.put(transition.key(), transition);
        } else {
            open.remove(transition.key());
        }
    }
}
