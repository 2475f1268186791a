package io.sectorwatch.benchmark.state;

import io.sectorwatch.benchmark.history.Facts;
import io.sectorwatch.benchmark.history.GeneratedHistory;
import io.sectorwatch.benchmark.history.Workload;
import io.sectorwatch.processor.engine.Engine;
import io.sectorwatch.processor.engine.EngineState;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;

/**
 * What the engine keeps on the heap: the same series with few and with many periods, and these once more under a rule for
 * each indicator. The differences say what each part weighs.
 *
 * @param vintages of the largest of the three
 * @param perVintage bytes
 * @param perSeries bytes beside its vintages
 * @param perWatch bytes of a rule on a series, its open alert included
 * @param whole bytes of the largest of the three
 */
public record StateMemory(
        long vintages, int series, int watches, double perVintage, double perSeries, double perWatch, long whole) {
    private static final int AREAS = 200;
    private static final int FEW_YEARS = 10;
    private static final int MANY_YEARS = 50;
    private static final long SEED = 1;

    private record Kept(long vintages, long bytes) {}

    /** Measures so many indicators of 200 areas. */
    public static StateMemory measure(int indicators) {
        Workload few = new Workload(indicators, AREAS, FEW_YEARS, SEED);
        Workload many = new Workload(indicators, AREAS, MANY_YEARS, SEED);
        // What is made once, whatever the size, is made here and not counted.
        kept(few, true);
        Kept without = kept(few, false);
        Kept more = kept(many, false);
        Kept watched = kept(many, true);
        int watches = many.series() - indicators;
        double perVintage = (double) (more.bytes() - without.bytes()) / (more.vintages() - without.vintages());
        return new StateMemory(
                watched.vintages(),
                many.series(),
                watches,
                perVintage,
                (more.bytes() - more.vintages() * perVintage) / many.series(),
                (double) (watched.bytes() - more.bytes()) / watches,
                watched.bytes());
    }

    private static Kept kept(Workload workload, boolean watched) {
        long before = used();
        Engine engine = new Engine(EngineState.NOTHING);
        try {
            for (int indicator = 0; watched && indicator < workload.indicators(); indicator++) {
                engine.apply(Facts.rule(indicator), Facts.RULES_EFFECTIVE);
            }
            long vintages = GeneratedHistory.tell(workload, figure -> engine.observe(Facts.observation(figure)));
            return new Kept(vintages, used() - before);
        } finally {
            Reference.reachabilityFence(engine);
        }
    }

    // A collection that was asked for is a full one with the collectors that are used here; the second one takes what
    // the first has only made free to go.
    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
