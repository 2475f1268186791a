package io.sectorwatch.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.broker.FreePort;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The files of the documents in Kafka Connect's own worker. */
@Timeout(600)
class ConnectIT {
    private static final Path OPERATOR = Path.of("..", "operator");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path directory = Path.of("");

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private EmbeddedBroker broker;
    private Server server;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() throws IOException {
        broker = EmbeddedBroker.start(FreePort.find(), Files.createDirectories(directory.resolve("broker")));
        server = Server.at(broker.bootstrapServer(), Map.of());
        new TopicLayout(topics, 2, Topics.DEFAULT_SECTORS).require(server);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void eachAlertIsALineAndWhatWasNeverCommittedIsNone() throws Exception {
        tell(true, "a", "b");
        tell(false, "never");
        Process worker = worker("");
        try {
            await().atMost(PATIENCE).until(() -> lines().size() == 2);
            tell(true, "c");
            await().atMost(PATIENCE).until(() -> lines().size() == 3);
        } finally {
            end(worker);
        }
        tell(true, "d");
        worker = worker("");
        try {
            await().atMost(PATIENCE).until(() -> lines().contains(json("d")));
        } finally {
            end(worker);
        }

        assertThat(lines()).contains(json("a"), json("b"), json("c")).doesNotContain(json("never"));
    }

    @Test
    void aSinkThatTakesFieldsIsGivenThem() throws Exception {
        tell(true, "a");
        Process worker = worker("value.converter=");
        try {
            await().atMost(PATIENCE).until(() -> lines().size() == 1);
        } finally {
            end(worker);
        }

        assertThat(lines().get(0)).startsWith("{").contains("alert=a").contains("measure={kind=value, value=2.65}");
    }

    private static String json(String alert) {
        return "{\"alert\":\"" + alert
                + "\",\"transition\":\"RAISED\",\"measure\":{\"kind\":\"value\",\"value\":2.65}}";
    }

    private void tell(boolean commits, String... alerts) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("transactional.id", "test");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (String alert : alerts) {
                var unused = producer.send(new ProducerRecord<>(topics.alerts(), "rule|series", json(alert)));
            }
            producer.flush();
            if (commits) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private List<String> lines() throws IOException {
        Path file = directory.resolve("alerts.jsonl");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Starts a worker with the files of the documents, less the line that begins with a word. */
    private Process worker(String without) throws IOException {
        Path worker = Files.writeString(
                directory.resolve("worker.properties"),
                Files.readString(OPERATOR.resolve("connect-worker.properties"))
                        .replace("127.0.0.1:9092", broker.bootstrapServer())
                        .replace(
                                "connect.offsets",
                                directory.resolve("connect.offsets").toString())
                        .replace("127.0.0.1:8083", "127.0.0.1:" + FreePort.find()));
        Path connector = Files.writeString(
                directory.resolve("alerts.properties"),
                Files.readString(OPERATOR.resolve("connect-alerts.properties"))
                        .replace("file=alerts.jsonl", "file=" + directory.resolve("alerts.jsonl"))
                        .lines()
                        .filter(line -> without.isEmpty() || !line.startsWith(without))
                        .reduce("", (all, line) -> all + line + '\n'),
                UTF_8);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.connect.cli.ConnectStandalone",
                        worker.toString(),
                        connector.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("worker.log").toFile())
                .start();
    }

    private static void end(Process worker) throws InterruptedException {
        worker.destroy();
        if (!worker.waitFor(30, TimeUnit.SECONDS)) {
            worker.destroyForcibly();
        }
    }
}
