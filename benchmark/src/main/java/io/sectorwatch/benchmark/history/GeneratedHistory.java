package io.sectorwatch.benchmark.history;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A history in which series go up and down around their benchmark. Each year every series releases its figure of the year
 * before at a moment of its own and, with it, the revision of the figure before that, where there is one.
 *
 * <p>Values of areas end in 5 thousandths and those of the benchmark in whole hundredths, so that no distance lies on a
 * threshold, and no arithmetic can decide otherwise by its rounding.
 */
public final class GeneratedHistory {
    private static final int NOT_REVISED = Integer.MIN_VALUE;
    private static final long RELEASE_SECONDS = 364L * 24 * 60 * 60;

    // In hundredths. Chosen so that about 3 % of the events end in a transition.
    private static final double USUAL_DISTANCE = 38.5;
    private static final double PULL_BACK = 0.1;
    private static final double STEP = 17;
    private static final double BENCHMARK_STEP = 4;
    private static final double REVISION = 8;
    private static final int LOWEST_BENCHMARK = 100;
    private static final int FIRST_BENCHMARK = 250;

    private final Workload workload;
    private final Random random;
    private final double[] distances;
    private final int[] benchmarks;
    private final int[] revised;
    private final int[] order;
    private final int together;

    /** @param together how many series, of those that follow each other, make their figures known at one moment */
    private GeneratedHistory(Workload workload, int together) {
        this.together = together;
        this.workload = workload;
        this.random = new Random(workload.seed());
        this.distances = new double[workload.series()];
        this.benchmarks = new int[workload.indicators()];
        this.revised = new int[workload.series()];
        this.order = new int[workload.series()];
    }

    /** Tells all figures in the order in which they became known; returns how many there are. */
    public static long tell(Workload workload, Consumer<Figure> listener) {
        return new GeneratedHistory(workload, 1).tell(listener);
    }

    /** The same where all areas of an indicator make their figures known at one moment. */
    public static long tellReleases(Workload workload, Consumer<Figure> listener) {
        return new GeneratedHistory(workload, workload.areas()).tell(listener);
    }

    private long tell(Consumer<Figure> listener) {
        begin();
        long count = 0;
        // What is revised in the last year comes out a year later.
        for (int year = workload.firstYear(); year <= Workload.LAST_YEAR + 1; year++) {
            boolean newFigures = year <= Workload.LAST_YEAR;
            if (newFigures) {
                moveBenchmarks();
            }
            shuffle();
            for (int slot = 0; slot < order.length; slot++) {
                int series = order[slot];
                long published = release(year + 1, slot / together * together);
                if (revised[series] != NOT_REVISED) {
                    listener.accept(figure(series, year - 1, revised[series], published));
                    revised[series] = NOT_REVISED;
                    count++;
                }
                if (newFigures) {
                    int value = next(series);
                    listener.accept(figure(series, year, value, published));
                    count++;
                    if (random.nextInt(Workload.REVISED) == 0) {
                        revised[series] = value + (int) Math.round(random.nextGaussian() * REVISION) * 10;
                    }
                }
            }
        }
        return count;
    }

    private void begin() {
        double spread = STEP / Math.sqrt(1 - (1 - PULL_BACK) * (1 - PULL_BACK));
        Arrays.setAll(distances, series -> USUAL_DISTANCE + random.nextGaussian() * spread);
        Arrays.fill(benchmarks, FIRST_BENCHMARK);
        Arrays.fill(revised, NOT_REVISED);
        Arrays.setAll(order, series -> series);
    }

    private void moveBenchmarks() {
        for (int indicator = 0; indicator < benchmarks.length; indicator++) {
            int moved = benchmarks[indicator] + (int) Math.round(random.nextGaussian() * BENCHMARK_STEP);
            benchmarks[indicator] = Math.max(LOWEST_BENCHMARK, moved);
        }
    }

    private void shuffle() {
        for (int last = order.length / together - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            for (int i = 0; i < together; i++) {
                int kept = order[last * together + i];
                order[last * together + i] = order[other * together + i];
                order[other * together + i] = kept;
            }
        }
    }

    private int next(int series) {
        int benchmark = benchmarks[series / workload.areas()];
        if (series % workload.areas() == 0) {
            return benchmark * 10;
        }
        distances[series] += (USUAL_DISTANCE - distances[series]) * PULL_BACK + random.nextGaussian() * STEP;
        return (benchmark + (int) Math.floor(distances[series])) * 10 + 5;
    }

    private Figure figure(int series, int year, int thousandths, long published) {
        return new Figure(series / workload.areas(), series % workload.areas(), year, thousandths, published);
    }

    private long release(int year, int slot) {
        return LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC)
                + RELEASE_SECONDS * slot / order.length;
    }
}
