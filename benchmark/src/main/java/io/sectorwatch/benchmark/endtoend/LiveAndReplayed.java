package io.sectorwatch.benchmark.endtoend;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.benchmark.history.GeneratedHistory;
import io.sectorwatch.benchmark.history.HistoryPublisher;
import io.sectorwatch.benchmark.measure.GroupWatch;
import io.sectorwatch.benchmark.measure.Jvm;
import io.sectorwatch.benchmark.measure.MeasuredRun;
import io.sectorwatch.benchmark.measure.Programs;
import io.sectorwatch.benchmark.measure.Values;
import io.sectorwatch.benchmark.measure.WorkingDirectory;
import io.sectorwatch.benchmark.plan.BenchmarkPlan;
import io.sectorwatch.launcher.command.Shutdown;
import io.sectorwatch.schemas.topic.Topics;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A history decided live, and replayed from the same broker. Of the replay all counts, from the start of its process to the
 * end of the comparison; of the live processor the deciding alone, and beside it the same with the start of its process.
 */
public final class LiveAndReplayed {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final BenchmarkPlan plan;
    private final PrintStream err;
    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final Programs programs;
    private final Server server;

    /** All that it starts ends with the shutdown, and progress is told on err. */
    public LiveAndReplayed(BenchmarkPlan plan, Shutdown shutdown, PrintStream err) {
        this.plan = plan;
        this.err = err;
        this.programs =
                new Programs(shutdown, shutdown.add(WorkingDirectory.make()).path());
        this.server = Server.at(programs.address(), Map.of());
    }

    /** Measures, and says what was measured; throws JobFailure where a replay decides otherwise than was decided live. */
    public List<String> run() {
        Jvm broker = programs.broker();
        programs.topics(topics, plan.partitions());
        Output output = new Output(server, topics);
        List<Double> live = new ArrayList<>();
        List<Double> started = new ArrayList<>();
        List<Double> replayed = new ArrayList<>();
        long events;
        Map<TopicPartition, Long> ends;
        try (HistoryPublisher publisher =
                new HistoryPublisher(server, topics, plan.partitions(), plan.plain(), false)) {
            publisher.rules(plan.workload());
            events = GeneratedHistory.tell(plan.workload(), publisher::accept);
            publisher.finish();
            ends = publisher.ends();
        }
        for (int round = 1; round <= plan.runs(); round++) {
            if (round > 1) {
                output.remove();
                programs.topics(topics, plan.partitions());
            }
            try (Jvm job = programs.process(plan, topics)) {
                Progress progress = new Progress(err, "process, round " + round);
                MeasuredRun measured =
                        GroupWatch.measure(server, broker, job, Installation.applicationId(topics), ends, progress);
                live.add(events / measured.seconds());
                started.add(events / (measured.startSeconds() + measured.seconds()));
            }
            long begun = System.nanoTime();
            try (Jvm job = programs.replay(plan)) {
                job.awaitSuccess(PATIENCE);
            }
            replayed.add(events / ((System.nanoTime() - begun) / 1e9));
            err.printf(
                    Locale.ROOT,
                    "round %d: live %,.0f events/s, replayed %,.0f events/s%n",
                    round,
                    live.get(round - 1),
                    replayed.get(round - 1));
        }
        double ofReplay = median(replayed);
        return List.of(
                String.format(Locale.ROOT, "%,d events, every replay decided the same", events),
                String.format(Locale.ROOT, "events/s %-25s %,9.0f", "replayed, all of it:", ofReplay),
                against("live, the deciding alone", median(live), ofReplay),
                against("live, with its start", median(started), ofReplay));
    }

    private static String against(String what, double live, double replayed) {
        return String.format(Locale.ROOT, "events/s %-25s %,9.0f  ratio %.2f", what + ':', live, replayed / live);
    }

    private static double median(List<Double> values) {
        return Values.of(values.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }
}
