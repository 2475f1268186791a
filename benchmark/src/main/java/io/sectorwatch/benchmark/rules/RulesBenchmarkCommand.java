package io.sectorwatch.benchmark.rules;

import io.sectorwatch.benchmark.measure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What many rules cost, and one event that concerns many series. */
@Command(
        name = "rules",
        description =
                "Measures the deciding alone, in this process: 10,000 rules against 400 over the same history, and "
                        + "one new benchmark after which 10,000 series are decided again.")
public final class RulesBenchmarkCommand implements Callable<Integer> {
    private static final int WARM_UP = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--runs", defaultValue = "7", description = "Rounds after warming up (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Another one is another history (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() {
        if (runs < 1) {
            throw new ParameterException(
                    spec == null ? new CommandLine(this) : spec.commandLine(), "--runs must be 1 or more");
        }
        manyRules();
        System.out.println();
        newBenchmark();
        return 0;
    }

    private void manyRules() {
        ManyRules manyRules = new ManyRules(seed);
        List<ManyRules.Speeds> measured = new ArrayList<>();
        for (int round = 1; round <= WARM_UP + runs; round++) {
            System.err.println("round " + round + " of " + (WARM_UP + runs) + (round <= WARM_UP ? ", warming up" : ""));
            measured.add(manyRules.measure());
        }
        List<ManyRules.Speeds> counted = measured.subList(WARM_UP, measured.size());
        double[] few = counted.stream().mapToDouble(ManyRules.Speeds::few).toArray();
        double[] many = counted.stream().mapToDouble(ManyRules.Speeds::many).toArray();
        double[] ratios = counted.stream().mapToDouble(ManyRules.Speeds::ratio).toArray();
        say(
                "%,d events of %d indicators, %,d transitions",
                manyRules.events(), ManyRules.INDICATORS, counted.get(0).transitions());
        say(
                "events/s under %,d rules: %,.0f",
                ManyRules.INDICATORS, Values.of(few).median());
        values("%,.0f", few);
        say(
                "events/s under %,d rules: %,.0f",
                ManyRules.INDICATORS * ManyRules.PER_INDICATOR, Values.of(many).median());
        values("%,.0f", many);
        say("ratio: %.3f", Values.of(ratios).median());
        values("%.3f", ratios);
    }

    private void newBenchmark() {
        NewBenchmark benchmark = new NewBenchmark(seed);
        List<NewBenchmark.Decided> decided = new ArrayList<>();
        for (int round = 0; round < WARM_UP + runs; round++) {
            decided.add(benchmark.next());
        }
        double[] first = milliseconds(decided.subList(0, WARM_UP));
        double[] counted = milliseconds(decided.subList(WARM_UP, decided.size()));
        say(
                "one new benchmark, %,d series decided again, %,d transitions told: %.0f ms",
                NewBenchmark.AREAS,
                decided.get(decided.size() - 1).transitions(),
                Values.of(counted).median());
        values("%.0f", counted);
        say("while warming up:");
        values("%.0f", first);
    }

    private static double[] milliseconds(List<NewBenchmark.Decided> decided) {
        return decided.stream().mapToDouble(NewBenchmark.Decided::milliseconds).toArray();
    }

    private static void values(String format, double[] values) {
        System.out.println("  "
                + Arrays.stream(values)
                        .mapToObj(value -> String.format(Locale.ROOT, format, value))
                        .collect(Collectors.joining(" ")));
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
