package io.sectorwatch.benchmark.endtoend;

import io.sectorwatch.benchmark.history.Workload;
import io.sectorwatch.benchmark.measure.Machine;
import io.sectorwatch.benchmark.measure.MeasuredRun;
import io.sectorwatch.benchmark.measure.Values;
import io.sectorwatch.benchmark.plan.BenchmarkPlan;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What was measured, as a table of 80 columns. */
public record Report(
        BenchmarkPlan plan,
        long events,
        long bytesPerEvent,
        long transitions,
        long bytesPerTransition,
        long open,
        List<MeasuredRun> processor,
        List<MeasuredRun> other,
        double seconds) {

    private static final String ROW = "%-17s%-28s%-28s%s";

    /** Its lines. */
    public List<String> lines() {
        Workload workload = plan.workload();
        return List.of(
                format(
                        "%,d events of %d bytes %s CloudEvents headers:",
                        events, bytesPerEvent, plan.plain() ? "without" : "with"),
                format(
                        "  %d indicators x %d areas x %d years, seed %d, %d partitions",
                        workload.indicators(), workload.areas(), workload.years(), workload.seed(), plan.partitions()),
                Machine.description(),
                format("each job: %d threads, %s", plan.threads(), String.join(" ", plan.jvmOptions())),
                "",
                row("", "process", plan.other(), "ratio"),
                row("events/s", m -> OptionalDouble.of(events / m.seconds()), 0, true),
                row("CPU s/M events", m -> scaled(m.cpuSeconds(), 1e6 / events), 2, true),
                row("peak memory, MB", Report::megabytes, 0, true),
                row("others' cores", MeasuredRun::othersCores, 2, false),
                row("start-up, s", m -> OptionalDouble.of(m.startSeconds()), 1, false),
                "",
                format(
                        "%,d transitions of %d bytes; %,d alerts open at the end, as they must be.",
                        transitions, bytesPerTransition, open),
                format(
                        "Medians (and range) of %d alternating rounds; took %d min %02d s.",
                        plan.runs(), (long) seconds / 60, (long) seconds % 60));
    }

    /** What this system does not say, for people; empty where it says all. */
    public String notMeasured() {
        MeasuredRun one = processor.get(0);
        boolean cpu = one.cpuSeconds().isPresent();
        boolean memory = one.peakMemory().isPresent();
        return cpu && memory
                ? ""
                : (cpu ? "Peak memory is" : memory ? "CPU is" : "CPU and peak memory are")
                        + " not measured: this system has no /proc to read it from.";
    }

    private String row(String name, Function<MeasuredRun, OptionalDouble> measure, int digits, boolean compared) {
        Values process = Values.of(processor.stream().map(measure).toList());
        Values compare = Values.of(other.stream().map(measure).toList());
        Values ratios = Values.of(IntStream.range(0, processor.size())
                .mapToObj(round -> ratio(measure.apply(processor.get(round)), measure.apply(other.get(round))))
                .toList());
        // What others did has no ratio, and start-up is no part of what is compared.
        return row(name, process.text(digits), compare.text(digits), compared ? ratios.middle(2) : "");
    }

    private static String row(String name, String process, String copy, String ratio) {
        return format(ROW, name, process, copy, ratio).stripTrailing();
    }

    private static OptionalDouble megabytes(MeasuredRun measurement) {
        return measurement.peakMemory().isPresent()
                ? OptionalDouble.of(measurement.peakMemory().getAsLong() / 1e6)
                : OptionalDouble.empty();
    }

    private static OptionalDouble scaled(OptionalDouble value, double factor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
    }

    private static OptionalDouble ratio(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() / other.getAsDouble())
                : OptionalDouble.empty();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
