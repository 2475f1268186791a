package io.sectorwatch.benchmark.rules;

import io.sectorwatch.benchmark.history.Facts;
import io.sectorwatch.benchmark.history.GeneratedHistory;
import io.sectorwatch.benchmark.history.Workload;
import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same history under few rules and under many. Each series is watched by one rule either way, so that the same is
 * decided; what differs is how many rules there are that do not concern an event.
 */
final class ManyRules {
    static final int INDICATORS = 400;
    static final int PER_INDICATOR = 25;
    private static final int AREAS = 100;
    private static final int YEARS = 10;

    private final List<Observation> history = new ArrayList<>();
    private final List<Rule> few;
    private final List<Rule> many;

    /**
     * Events per second.
     *
     * @param transitions how many were decided, the same number under both
     */
    record Speeds(double few, double many, long transitions) {
        /** How fast it is under many, against few. */
        double ratio() {
            return many / few;
        }
    }

    ManyRules(long seed) {
        Workload workload = new Workload(INDICATORS, AREAS, YEARS, seed);
        GeneratedHistory.tell(workload, figure -> history.add(Facts.observation(figure)));
        few = IntStream.range(0, INDICATORS).mapToObj(Facts::rule).toList();
        many = IntStream.range(0, INDICATORS * PER_INDICATOR)
                .mapToObj(number -> part(number / PER_INDICATOR, number % PER_INDICATOR))
                .toList();
    }

    int events() {
        return history.size();
    }

    /** Measures both, one after the other. */
    Speeds measure(boolean fewFirst) {
        Run first = run(fewFirst ? few : many);
        Run second = run(fewFirst ? many : few);
        if (first.transitions != second.transitions) {
            throw new IllegalStateException("the same history has " + first.transitions + " transitions and "
                    + second.transitions + " under rules that say the same");
        }
        return fewFirst
                ? new Speeds(first.speed, second.speed, first.transitions)
                : new Speeds(second.speed, first.speed, first.transitions);
    }

    private record Run(double speed, long transitions) {}

    private Run run(List<Rule> rules) {
        Engine engine = new Engine(new Unheard());
        rules.forEach(rule -> engine.apply(rule, Facts.RULES_EFFECTIVE));
        // Each run is to find the same heap.
        System.gc();
        long begun = System.nanoTime();
        long transitions = 0;
        for (Observation observation : history) {
            for (var transition : engine.observe(observation)) {
                transitions += Math.min(1, Envelope.of(transition).value().length);
            }
        }
        return new Run(history.size() / ((System.nanoTime() - begun) / 1e9), transitions);
    }

    private static Rule part(int indicator, int part) {
        String areas = IntStream.range(1, AREAS)
                .filter(area -> area % PER_INDICATOR == part)
                .mapToObj(area -> "'" + Facts.area(area) + "'")
                .collect(Collectors.joining(","));
        return Facts.rule(
                Facts.ruleId(indicator) + "-part-" + part,
                "'indicator':'" + Facts.indicator(indicator) + "','areas':[" + areas + "]");
    }
}
