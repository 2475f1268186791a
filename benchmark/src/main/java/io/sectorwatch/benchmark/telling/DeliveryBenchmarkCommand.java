package io.sectorwatch.benchmark.telling;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.benchmark.measure.Jvm;
import io.sectorwatch.benchmark.measure.Machine;
import io.sectorwatch.benchmark.measure.Measurement;
import io.sectorwatch.benchmark.measure.Programs;
import io.sectorwatch.benchmark.measure.WorkingDirectory;
import io.sectorwatch.launcher.command.Shutdown;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How soon a webhook hears of a fact that raises an alert. */
@Command(
        name = "delivery",
        description = "Publishes facts at a steady rate, each of which raises an alert, and takes the time from the "
                + "broker's acknowledgement to the request at a webhook; broker, processor and delivery are processes of "
                + "their own.")
public final class DeliveryBenchmarkCommand implements Callable<Integer> {
    /** As the script starts them. */
    private static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx512m");

    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final int PARTITIONS = 8;

    @Option(names = "--rate", defaultValue = "1000", description = "Facts a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "For so long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "Seconds before that, which are not counted (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--batch",
            defaultValue = "50",
            description = "Up to so many alerts in a request (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Override
    public Integer call() throws Exception {
        return Measurement.exitStatus(this::measure, System.err);
    }

    private boolean measure(Shutdown shutdown) throws IOException, InterruptedException {
        Path directory = shutdown.add(WorkingDirectory.make()).path();
        Programs programs = new Programs(shutdown, directory);
        System.err.println("Starting a broker at " + programs.address() + ".");
        programs.broker();
        programs.topics(TOPICS, PARTITIONS);
        Server server = Server.at(programs.address(), Map.of());
        SteadyFacts facts = new SteadyFacts(TOPICS);
        facts.applyRules(server);
        Delays delays = new Delays();
        HttpServer webhook = webhook(delays);
        shutdown.add(() -> webhook.stop(0));
        Path targets = Files.writeString(directory.resolve("deliver.yaml"), """
                targets:
                  - name: measured
                    from: beginning
                    webhook: {url: "http://127.0.0.1:%d/", batch: %d}
                """.formatted(
                        webhook.getAddress().getPort(), batch));
        try (Jvm processor = programs.process(JVM_OPTIONS, TOPICS);
                Jvm delivery = programs.deliver(JVM_OPTIONS, TOPICS, targets)) {
            System.err.printf(Locale.ROOT, "Publishing %,d facts a second for %d s.%n", rate, warmUp + seconds);
            int sent = rate * (warmUp + seconds);
            long begun = publish(facts, server, delays, sent);
            await(delays, sent, processor, delivery);
            report(delays, begun, sent, processor, delivery);
            return delays.told() == sent;
        }
    }

    /** Publishes all of them, and returns when those that count began. */
    private long publish(SteadyFacts facts, Server server, Delays delays, int sent) throws InterruptedException {
        long begun = System.nanoTime();
        try (KafkaProducer<byte[], byte[]> producer = SteadyFacts.producer(server)) {
            facts.publish(producer, sent, rate, series -> {}, series -> delays.begun(series, System.nanoTime()));
        }
        return begun + TimeUnit.SECONDS.toNanos(warmUp);
    }

    private static void await(Delays delays, int sent, Jvm... programs) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (delays.told() < sent && System.nanoTime() < deadline) {
            for (Jvm program : programs) {
                program.requireAlive();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void report(Delays delays, long begun, int sent, Jvm processor, Jvm delivery) {
        long[] counted = delays.since(begun);
        say("%,d facts, %,d a second; %d partitions; up to %d alerts in a request", sent, rate, PARTITIONS, batch);
        say(Machine.description());
        say("");
        say("told                   %,d, %,d of them twice", delays.told(), delays.twice());
        say(
                "from acknowledgement   median %.0f ms, 95 %% %.0f ms, 99 %% %.0f ms, longest %.0f ms",
                Delays.perMille(counted, 500),
                Delays.perMille(counted, 950),
                Delays.perMille(counted, 990),
                Delays.perMille(counted, 1000));
        say(
                "CPU s/M facts          processor %.1f, delivery %.1f",
                processor.usage().cpuSeconds().orElse(Double.NaN) * 1e6 / sent,
                delivery.usage().cpuSeconds().orElse(Double.NaN) * 1e6 / sent);
    }

    private static HttpServer webhook(Delays delays) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "webhook");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> take(exchange, delays));
        server.start();
        return server;
    }

    private static void take(HttpExchange exchange, Delays delays) throws IOException {
        try (exchange) {
            long now = System.nanoTime();
            JsonNode body = Json.tree(exchange.getRequestBody().readAllBytes());
            if (body.isArray()) {
                body.forEach(event -> delays.told(event.at("/data/series").asText(), now));
            } else {
                delays.told(body.path("series").asText(), now);
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
