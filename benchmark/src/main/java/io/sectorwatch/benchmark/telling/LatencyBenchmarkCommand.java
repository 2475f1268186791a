package io.sectorwatch.benchmark.telling;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.benchmark.measure.Jvm;
import io.sectorwatch.benchmark.measure.Machine;
import io.sectorwatch.benchmark.measure.Measurement;
import io.sectorwatch.benchmark.measure.Programs;
import io.sectorwatch.benchmark.measure.WorkingDirectory;
import io.sectorwatch.launcher.command.Shutdown;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
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
        return Measurement.exitStatus(this::measure, System.err);
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
            Running running = new Running(server, facts, producer, processor, broker);
            if (warmUp > 0) {
                System.err.printf(Locale.ROOT, "Warming up for %d s.%n", warmUp);
                all = running.publish(FASTEST_WARM_UP, warmUp).isWhole();
            }
            for (int rate : rates) {
                System.err.printf(Locale.ROOT, "Publishing %,d facts a second for %d s.%n", rate, seconds);
                Round round = running.publish(rate, seconds);
                System.out.println(round.line());
                if (!round.isWhole()) {
                    System.err.printf(
                            Locale.ROOT, "Only %,d of %,d transitions came.%n", round.delays.length, round.number);
                    all = false;
                }
            }
        }
        return all;
    }

    private record Running(
            Server server, SteadyFacts facts, KafkaProducer<byte[], byte[]> producer, Jvm processor, Jvm broker) {
        Round publish(int rate, int seconds) throws InterruptedException {
            int number = rate * seconds;
            Delays delays = new Delays();
            ReadTransitions reading = new ReadTransitions(server, TOPICS, delays);
            try (reading) {
                double processorBefore = cpu(processor);
                double brokerBefore = cpu(broker);
                long begun = System.nanoTime();
                facts.publish(producer, number, rate, series -> delays.begun(series, System.nanoTime()), series -> {});
                reading.await(number, processor, broker);
                double took = (System.nanoTime() - begun) / 1e9;
                double processing = (cpu(processor) - processorBefore) / took;
                double broking = (cpu(broker) - brokerBefore) / took;
                reading.close();
                return new Round(rate, number, delays.since(begun), reading.transactions() / took, processing, broking);
            }
        }
    }

    private record Round(
            int rate, int number, long[] delays, double transactions, double processorCpu, double brokerCpu) {
        boolean isWhole() {
            return delays.length == number;
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%,7d  %6.0f  %6.0f  %6.0f  %7.0f  %9.1f  %13.1f %%  %4.1f %%",
                    rate,
                    Delays.perMille(delays, 500),
                    Delays.perMille(delays, 950),
                    Delays.perMille(delays, 990),
                    Delays.perMille(delays, 1000),
                    transactions,
                    100 * processorCpu,
                    100 * brokerCpu);
        }
    }

    private static double cpu(Jvm program) {
        return program.usage().cpuSeconds().orElse(Double.NaN);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
