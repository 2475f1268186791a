package io.sectorwatch.benchmark.endtoend;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.benchmark.check.AlertDifferences;
import io.sectorwatch.benchmark.check.OpenAlert;
import io.sectorwatch.benchmark.check.Oracle;
import io.sectorwatch.benchmark.history.Figure;
import io.sectorwatch.benchmark.history.GeneratedHistory;
import io.sectorwatch.benchmark.history.HistoryPublisher;
import io.sectorwatch.benchmark.measure.GroupWatch;
import io.sectorwatch.benchmark.measure.Jvm;
import io.sectorwatch.benchmark.measure.MeasuredRun;
import io.sectorwatch.benchmark.measure.PlainCopy;
import io.sectorwatch.benchmark.measure.Programs;
import io.sectorwatch.benchmark.measure.WorkingDirectory;
import io.sectorwatch.benchmark.plan.BenchmarkPlan;
import io.sectorwatch.launcher.command.Shutdown;
import io.sectorwatch.schemas.topic.Topics;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A history through a real broker: the processor, and in turn with it another build of it or the least that such work can cost. */
public final class EndToEnd {
    private static final String COPY_GROUP = "plain-copy";

    private final BenchmarkPlan plan;
    private final PrintStream err;
    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final Topics singly = new Topics("singly");
    private final Programs programs;
    private final Server server;
    private final Output output;
    private final List<MeasuredRun> processor = new ArrayList<>();
    private final List<MeasuredRun> other = new ArrayList<>();

    private @Nullable Jvm broker;
    private final Map<Topics, Map<TopicPartition, Long>> ends = new HashMap<>();
    private final Map<Topics, Long> transitions = new HashMap<>();
    private SortedMap<String, OpenAlert> expected = new TreeMap<>();
    private long events;
    private long bytesPerEvent;
    private long bytesPerTransition;

    /** All that it starts ends with the shutdown, and progress is told on err. */
    public EndToEnd(BenchmarkPlan plan, Shutdown shutdown, PrintStream err) {
        this.plan = plan;
        this.err = err;
        this.programs =
                new Programs(shutdown, shutdown.add(WorkingDirectory.make()).path());
        this.server = Server.at(programs.address(), Map.of());
        this.output = new Output(server, topics, singly);
    }

    /** Runs everything; throws {@link WrongResult} if what was decided is not what must follow from the history. */
    public Report run() {
        long begun = System.nanoTime();
        say("Starting a broker at %s.", programs.address());
        broker = programs.broker();
        createTopics();
        if (plan.releases()) {
            publish(singly, false);
        }
        publish(topics, plan.releases());
        for (int round = 1; round <= plan.runs(); round++) {
            // Whoever runs second finds a broker that is warmer; the first round is needed to know how much to write.
            if (round % 2 == 1) {
                process(round);
                other(round);
            } else {
                other(round);
                process(round);
            }
        }
        return new Report(
                plan,
                events,
                bytesPerEvent,
                told(topics),
                bytesPerTransition,
                expected.size(),
                List.copyOf(processor),
                List.copyOf(other),
                (System.nanoTime() - begun) / 1e9);
    }

    private void publish(Topics to, boolean asReleases) {
        say("Publishing about %,d events.", plan.workload().events());
        Progress progress = new Progress(err, "published");
        Oracle oracle = new Oracle(plan.workload());
        try (HistoryPublisher publisher =
                new HistoryPublisher(server, to, plan.partitions(), plan.plain(), asReleases)) {
            publisher.rules(plan.workload());
            long[] told = {0};
            Consumer<Figure> listener = figure -> {
                oracle.know(figure);
                publisher.accept(figure);
                progress.accept((double) ++told[0] / plan.workload().events());
            };
            events = plan.releases()
                    ? GeneratedHistory.tellReleases(plan.workload(), listener)
                    : GeneratedHistory.tell(plan.workload(), listener);
            publisher.finish();
            ends.put(to, publisher.ends());
            bytesPerEvent = publisher.bytesPerFigure();
        }
        expected = oracle.open();
        say("Published %,d events; %,d alerts must be open at the end.", events, expected.size());
    }

    private void process(int round) {
        prepare();
        processor.add(decided("process, round " + round, topics, programs.process(plan, topics)));
    }

    private MeasuredRun decided(String step, Topics of, Jvm started) {
        MeasuredRun measured;
        try (Jvm job = started) {
            measured = measure(job, Installation.applicationId(of), of, step);
        }
        DecidedOutput told = DecidedOutput.read(output, of);
        check(told, of);
        transitions.put(of, told.transitions());
        bytesPerTransition = told.bytes() / Math.max(1, told.transitions());
        say(
                "%s: %,.0f events/s, %,d transitions, %,d open alerts as they must be",
                step,
                events / measured.seconds(),
                told.transitions(),
                told.open().size());
        return measured;
    }

    private void other(int round) {
        prepare();
        Path build = plan.against();
        String step = plan.other() + ", round " + round;
        if (plan.releases()) {
            other.add(decided(step, singly, programs.process(plan, singly)));
        } else if (build != null) {
            other.add(decided(step, topics, programs.process(plan, topics, build)));
        } else {
            copy(round);
        }
    }

    private void copy(int round) {
        PlainCopy.Task task = new PlainCopy.Task(
                programs.address(),
                COPY_GROUP,
                topics.indicators(),
                topics.alerts(),
                plan.threads(),
                Math.max(1, events / Math.max(1, told(topics))),
                (int) bytesPerTransition);
        MeasuredRun measured;
        try (Jvm job = programs.plainCopy(plan, task)) {
            measured = measure(job, COPY_GROUP, topics, "plain copy, round " + round);
        }
        other.add(measured);
        say("plain copy, round %d: %,.0f events/s", round, events / measured.seconds());
    }

    private MeasuredRun measure(Jvm job, String group, Topics of, String step) {
        return GroupWatch.measure(
                server,
                Objects.requireNonNull(broker),
                job,
                group,
                Objects.requireNonNull(ends.get(of)),
                new Progress(err, step));
    }

    private void check(DecidedOutput told, Topics of) {
        List<String> wrong = new ArrayList<>(AlertDifferences.between(expected, new HashMap<>(told.open())));
        if (told.deadLetters() > 0) {
            wrong.add(told.deadLetters() + " events were refused; none must be");
        }
        Long before = transitions.get(of);
        if (before != null && told.transitions() != before) {
            wrong.add(told.transitions() + " transitions, and " + before + " in the round before: the same events "
                    + "must give the same");
        }
        if (!wrong.isEmpty()) {
            throw new WrongResult(wrong);
        }
    }

    private void prepare() {
        if (!processor.isEmpty() || !other.isEmpty()) {
            output.remove();
            createTopics();
        }
    }

    private void createTopics() {
        programs.topics(topics, plan.partitions());
        if (plan.releases()) {
            programs.topics(singly, plan.partitions());
        }
    }

    /** How many transitions there were; 0 before the first run. */
    private long told(Topics of) {
        return transitions.getOrDefault(of, 0L);
    }

    private void say(String format, Object... values) {
        err.printf(Locale.ROOT, format + "%n", values);
    }
}
