package io.sectorwatch.benchmark.rules;

import io.sectorwatch.benchmark.history.Facts;
import io.sectorwatch.benchmark.history.GeneratedHistory;
import io.sectorwatch.benchmark.history.Workload;
import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.engine.EngineState;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Transition;
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
    private static final int PIECE = 10_000;

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

    /** Measures both, a piece of the history at a time, so that whatever else happens on the machine happens to both. */
    Speeds measure() {
        Run underFew = new Run(few);
        Run underMany = new Run(many);
        boolean fewFirst = true;
        for (int from = 0; from < history.size(); from += PIECE) {
            List<Observation> piece = history.subList(from, Math.min(from + PIECE, history.size()));
            (fewFirst ? underFew : underMany).observe(piece);
            (fewFirst ? underMany : underFew).observe(piece);
            fewFirst = !fewFirst;
        }
        if (underFew.transitions != underMany.transitions) {
            throw new IllegalStateException("the same history has " + underFew.transitions + " transitions and "
                    + underMany.transitions + " under rules that say the same");
        }
        return new Speeds(underFew.speed(history.size()), underMany.speed(history.size()), underFew.transitions);
    }

    private static final class Run {
        private final Engine engine = new Engine(EngineState.NOTHING);
        private long nanos;
        private long transitions;

        Run(List<Rule> rules) {
            rules.forEach(rule -> engine.apply(rule, Facts.RULES_EFFECTIVE));
        }

        void observe(List<Observation> piece) {
            long begun = System.nanoTime();
            for (Observation observation : piece) {
                for (Transition transition : engine.observe(observation)) {
                    transitions += Math.min(1, Envelope.of(transition).value().length);
                }
            }
            nanos += System.nanoTime() - begun;
        }

        double speed(int events) {
            return events / (nanos / 1e9);
        }
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
