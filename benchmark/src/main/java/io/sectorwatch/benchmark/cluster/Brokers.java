package io.sectorwatch.benchmark.cluster;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.benchmark.measure.JobFailure;
import io.sectorwatch.benchmark.measure.Jvm;
import io.sectorwatch.launcher.command.Shutdown;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** Three real brokers in processes of their own, each on the directory and the ports that it keeps when it is killed. */
final class Brokers {
    static final int NUMBER = 3;

    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error");

    private final Shutdown shutdown;
    private final Path directory;
    private final BrokerProperties properties;
    private final List<Jvm> running = new ArrayList<>();
    private final Server server;
    private int starts;

    /** Starts them; they keep their data below a directory. */
    Brokers(Shutdown shutdown, Path directory) {
        this.shutdown = shutdown;
        this.directory = directory;
        KeptPorts ports = new KeptPorts();
        this.properties = new BrokerProperties(IntStream.range(0, NUMBER)
                .mapToObj(any -> new BrokerProperties.Node(ports.next(), ports.next()))
                .toList());
        this.server = Server.at(
                properties.nodes().stream().map(BrokerProperties.Node::address).collect(Collectors.joining(",")),
                Map.of());
        String cluster = Uuid.randomUuid().toString();
        for (int number = 1; number <= NUMBER; number++) {
            format(number, cluster);
            running.add(start(number));
        }
    }

    /** All of them, as a client finds them. */
    Server server() {
        return server;
    }

    /** Ends one as a power cut would. */
    void kill(int number) {
        running.get(number - 1).kill();
    }

    /** Starts one again that was killed. */
    void restart(int number) {
        running.set(number - 1, start(number));
    }

    /** Returns when so many are alive, by what they say themselves. */
    void await(int alive) {
        Waiting.until("there are " + alive + " brokers", () -> alive() == alive);
    }

    /** Returns when every replica of every topic is as far as its leader. */
    void awaitReplicas() {
        Waiting.until("all replicas are in sync", this::replicated);
    }

    private int alive() {
        try (Admin admin = server.admin()) {
            return admin.describeCluster().nodes().get().stream()
                    .map(Node::id)
                    .collect(Collectors.toSet())
                    .size();
        } catch (ExecutionException e) {
            return 0;
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    private boolean replicated() {
        try (Admin admin = server.admin()) {
            return admin
                    .describeTopics(
                            admin.listTopics(Waiting.WITH_INTERNAL).names().get())
                    .allTopicNames()
                    .get()
                    .values()
                    .stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition ->
                            partition.isr().size() == partition.replicas().size());
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    private Jvm start(int number) {
        return Jvm.start(
                shutdown,
                "broker " + number,
                directory.resolve("broker-" + number + '-' + ++starts + ".out"),
                OPTIONS,
                System.getProperty("java.class.path"),
                "kafka.Kafka",
                List.of(file(number).toString()));
    }

    private void format(int number, String cluster) {
        Path data = directory.resolve("broker-" + number);
        try {
            Files.createDirectories(data);
            try (Writer out = Files.newBufferedWriter(file(number))) {
                properties.of(number, data).store(out, null);
            }
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(number)
                    .setClusterId(cluster)
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(BrokerProperties.CONTROLLER)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new JobFailure("broker " + number + " has no directory", e);
        }
    }

    private Path file(int number) {
        return directory.resolve("broker-" + number + ".properties");
    }
}
