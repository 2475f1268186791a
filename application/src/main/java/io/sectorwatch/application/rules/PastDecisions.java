package io.sectorwatch.application.rules;

import io.sectorwatch.application.replay.Backtest;
import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Transition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rules would have decided on some facts, had they been in effect from the beginning on. */
public final class PastDecisions implements AutoCloseable {
    private static final long MEMORY = 8 << 20;

    private final Map<Transition.Type, Integer> numbers = new EnumMap<>(Transition.Type.class);
    private final SortedMap<String, Transition> open = new TreeMap<>();
    private final AlertLog log;

    /** None yet; what memory does not hold goes into a directory. */
    PastDecisions(Path temporary) {
        this.log = new AlertLog(Span.WHOLE, ReplayScope.EVERYTHING, temporary, MEMORY);
    }

    void decide(List<Rule> rules, FactHistory.Facts facts) throws IOException {
        new FactHistory(RuleEvent.fromTheBeginning(rules), facts).tell(Span.WHOLE, Backtest.of(this::take));
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

    AlertLog log() {
        return log;
    }

    @Override
    public void close() {
        try {
            log.close();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    static UncheckedIOException unusable(IOException e) {
        return new UncheckedIOException("the temporary files cannot be used (" + e.getMessage() + ")", e);
    }

    private void take(Transition transition, @Nullable ClosedRelease release) {
        numbers.merge(transition.transition(), 1, Integer::sum);
        if (transition.transition().opens()) {
            open.put(transition.key(), transition);
        } else {
            open.remove(transition.key());
        }
        try {
            log.add(transition, release == null ? null : release.release());
        } catch (IOException e) {
            throw unusable(e);
        }
    }
}
