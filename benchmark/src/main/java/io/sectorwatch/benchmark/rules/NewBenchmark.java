package io.sectorwatch.benchmark.rules;

import io.sectorwatch.benchmark.history.Facts;
import io.sectorwatch.benchmark.history.Figure;
import io.sectorwatch.benchmark.history.GeneratedHistory;
import io.sectorwatch.benchmark.history.Workload;
import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.engine.EngineState;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Transition;
import java.util.List;

/** One figure after which every area has to be decided again, since they are all compared with it. */
final class NewBenchmark {
    static final int AREAS = 10_000;
    private static final int YEARS = 20;
    private static final int NORMAL = 2_500;
    private static final int HIGH = 3_000;

    private final Engine engine = new Engine(EngineState.NOTHING);
    private long published = 1_800_000_000L;
    private boolean high;

    /**
     * One of them.
     *
     * @param transitions how many were decided and put into their messages within that time
     */
    record Decided(double milliseconds, long transitions) {}

    NewBenchmark(long seed) {
        engine.apply(Facts.rule(0), Facts.RULES_EFFECTIVE);
        GeneratedHistory.tell(
                new Workload(1, AREAS + 1, YEARS, seed), figure -> engine.observe(Facts.observation(figure)));
    }

    /** Publishes another benchmark of the last year, in turn a high and a normal one, and waits for all decisions. */
    Decided next() {
        high = !high;
        var observation = Facts.observation(new Figure(0, 0, Workload.LAST_YEAR, high ? HIGH : NORMAL, published++));
        long begun = System.nanoTime();
        List<Transition> transitions = engine.observe(observation);
        long bytes = 0;
        for (Transition transition : transitions) {
            bytes += Envelope.of(transition).value().length;
        }
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        if (bytes == 0) {
            throw new IllegalStateException("a benchmark that differs by so much decided nothing");
        }
        return new Decided(milliseconds, transitions.size());
    }
}
