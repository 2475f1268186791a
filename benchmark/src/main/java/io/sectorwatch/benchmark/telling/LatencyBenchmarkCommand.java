package io.sectorwatch.benchmark.telling;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.benchmark.measure.JobFailure;
import io.sectorwatch.benchmark.measure.Jvm;
import io.sectorwatch.benchmark.measure.Machine;
import io.sectorwatch.benchmark.measure.Programs;
import io.sectorwatch.benchmark.measure.WorkingDirectory;
import io.sectorwatch.launcher.command.Shutdown;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How soon a subscriber reads what a fact has led to. */
@Command(
        name = "latency",
        description =
                "Publishes facts at steady rates, each of which raises an alert, and takes the time from the sending "
                        + "of a fact to the reading of the committed transition; broker and processor are processes of their "
                        + "own.")
public final class LatencyBenchmarkCommand implements Callable<Integer> {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final int FASTEST_WARM_UP = 1000;

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "1,10,100,1000",
            description = "Facts a second, one rate after the other (default: ${DEFAULT-VALUE}).")
    private List<Integer> rates = List.of();

    @Option(names = "--seconds", defaultValue = "30", description = "For so long each (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "Seconds before all of them at " + FASTEST_WARM_UP
                    + " facts a second, which are not counted (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--partitions", defaultValue = "1", description = "Of the topics (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(names = "--jvm", description = "JVM options of the processor (default: ${DEFAULT-VALUE}).")
    private String jvm = "-XX:+UseSerialGC -Xmx512m";

    @Override
    public Integer call() throws Exception {
        try (Shutdown shutdown = new Shutdown()) {
            try {
                return measure(shutdown) ? 0 : 1;
            } catch (JobFailure | ServerException e) {
                if (!shutdown.forced()) {
                    System.err.println("benchmark: " + e.getMessage());
                }
                return 1;
            }
        }
    }

    private boolean measure(Shutdown shutdown) throws Exception {
        Programs programs =
                new Programs(shutdown, shutdown.add(WorkingDirectory.make()).path());
        System.err.println("Starting a broker at " + programs.address() + ".");
        Jvm broker = programs.broker();
        programs.topics(TOPICS, partitions);
        Server server = Server.at(programs.address(), Map.of());
        SteadyFacts facts = new SteadyFacts(TOPICS);
        facts.applyRules(server);
        say(Machine.description());
        say("%d partitions; from sending a fact to reading its committed transition, in ms", partitions);
        say("");
        say("facts/s  median    95 %%    99 %%  longest  commits/s  CPU: processor  broker");
        boolean all = true;
        try (Jvm processor = programs.process(List.of(jvm.split("\\s+")), TOPICS);
                KafkaProducer<byte[], byte[]> producer = SteadyFacts.producer(server)) {
            if (warmUp > 0) {
                System.err.printf(Locale.ROOT, "Warming up for %d s.%n", warmUp);
                all = round(server, facts, producer, FASTEST_WARM_UP, warmUp, processor, broker, false);
            }
            for (int rate : rates) {
                System.err.printf(Locale.ROOT, "Publishing %,d facts a second for %d s.%n", rate, seconds);
                all &= round(server, facts, producer, rate, seconds, processor, broker, true);
            }
        }
        return all;
    }

    private static boolean round(
            Server server,
            SteadyFacts facts,
            KafkaProducer<byte[], byte[]> producer,
            int rate,
            int seconds,
            Jvm processor,
            Jvm broker,
            boolean counted)
            throws Exception {
        int number = rate * seconds;
        Delays delays = new Delays();
        try (ReadTransitions reading = new ReadTransitions(server, TOPICS, delays)) {
            long before = ends(server);
            double processorBefore = cpu(processor);
            double brokerBefore = cpu(broker);
            long begun = System.nanoTime();
            facts.publish(producer, number, rate, series -> delays.begun(series, System.nanoTime()), series -> {});
            reading.await(number, processor, broker);
            double took = (System.nanoTime() - begun) / 1e9;
            if (counted) {
                long[] all = delays.since(begun);
                say(
                        "%,7d  %6.0f  %6.0f  %6.0f  %7.0f  %9.1f  %13.1f %%  %4.1f %%",
                        rate,
                        Delays.perMille(all, 500),
                        Delays.perMille(all, 950),
                        Delays.perMille(all, 990),
                        Delays.perMille(all, 1000),
                        (ends(server) - before - number) / took,
                        100 * (cpu(processor) - processorBefore) / took,
                        100 * (cpu(broker) - brokerBefore) / took);
            }
            if (reading.read() < number) {
                System.err.printf(Locale.ROOT, "Only %,d of %,d transitions came.%n", reading.read(), number);
            }
            return reading.read() == number;
        }
    }

    /** The ends of the alerts' partitions, all added up: what lies there beside transitions ends a transaction. */
    private static long ends(Server server) throws Exception {
        try (Admin admin = server.admin()) {
            Map<TopicPartition, OffsetSpec> latest = admin
                    .describeTopics(List.of(TOPICS.alerts()))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get()
                    .partitions()
                    .stream()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(TOPICS.alerts(), partition.partition()),
                            partition -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get(10, TimeUnit.SECONDS).values().stream()
                    .mapToLong(its -> its.offset())
                    .sum();
        }
    }

    private static double cpu(Jvm program) {
        return program.usage().cpuSeconds().orElse(Double.NaN);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
