package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersIT {
    private static final long TIME = 1_720_000_000_000L;
    private static final String GOOD = """
            {"indicator":"rd-intensity", "area":"CHN","period":"2023","value":2.60,"published":"2024-02-23T00:00:00Z","source":{"id":"x"}}""";

    private Path directory = Path.of("");
    private Cli cli = new Cli(directory);
    private EmbeddedBroker broker;
    private Topics topics = new Topics("");
    private int tests;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path temporary) {
        directory = temporary;
        cli = new Cli(directory);
        broker = EmbeddedBroker.start(Cli.freePort(), directory.resolve("data"));
    }

    /** Topics of its own for each test. */
    @BeforeEach
    void createTopics() {
        topics = new Topics("test" + ++tests + '.');
        Topic.create(broker.bootstrapServer(), topics, 1);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void whatTheProcessorRefusesIsListedAndNotRedrivenInVain() {
        send(record(topics.indicators(), "{\"indicator\":\u0007"));
        Running process = cli.start(
                Map.of(),
                "process",
                "--bootstrap-server",
                broker.bootstrapServer(),
                "--prefix",
                topics.prefix(),
                "--data",
                directory.resolve("process").toString());
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !Topic.records(broker.bootstrapServer(), topics.deadLetters())
                        .isEmpty());
        process.process().destroy();
        process.await();

        Result list = letters("list");
        assertThat(list.status()).isZero();
        assertThat(list.out().lines())
                .allMatch(line -> line.length() <= 80)
                .contains(
                        "Offset 0",
                        "  from     " + topics.indicators() + ", partition 0, offset 0",
                        "  original {\"indicator\":\\u0007")
                .anyMatch(line -> line.startsWith("  reason   not JSON: "));
        Result redrive = letters("redrive", "--all");
        assertThat(redrive.status()).isEqualTo(1);
        assertThat(redrive.err())
                .contains("Offset 0 is left: it would be refused again: not JSON: ", "Redrove 0 dead letters.");
        assertThat(Topic.records(broker.bootstrapServer(), topics.indicators())).hasSize(1);
    }

    @Test
    void whatWouldBeAcceptedNowIsRedrivenOnceByteForByte() {
        send(letter(topics.indicators(), GOOD));
        send(letter(topics.indicators(), "{}"));
        send(letter(topics.indicators(), GOOD));
        send(letter("elsewhere", GOOD));

        assertThat(letters("redrive", "--offset", "2,7").err())
                .contains("Offset 7 is no dead letter.", "Redrove 1 dead letter.");
        Result all = letters("redrive", "--all");
        assertThat(all.status()).isEqualTo(1);
        assertThat(all.err())
                .contains(
                        "Offset 1 is left: it would be refused again: field 'indicator' is missing",
                        "Offset 3 is left: it would be refused again: it comes from the topic elsewhere",
                        "Redrove 1 dead letter.")
                .doesNotContain("Offset 0", "Offset 2");
        assertThat(letters("redrive", "--all").err()).contains("Redrove 0 dead letters.");
        Result again = letters("redrive", "--offset", "0");
        assertThat(again.err()).contains("Offset 0 is left: it was redriven before");
        assertThat(again.status()).isZero();

        List<ConsumerRecord<String, byte[]>> redriven = Topic.records(broker.bootstrapServer(), topics.indicators());
        assertThat(redriven).hasSize(2).allSatisfy(record -> {
            assertThat(new String(record.value(), UTF_8)).isEqualTo(GOOD);
            assertThat(record.key()).isEqualTo("key");
            assertThat(record.timestamp()).isEqualTo(TIME);
            assertThat(record.headers().toArray())
                    .extracting(header -> header.key())
                    .containsExactly("own");
        });
        assertThat(letters("list").out().lines()).contains("Offset 0, redriven", "Offset 1", "Offset 2, redriven");
        assertThat(letters("list", "--output", "jsonl").out().lines())
                .hasSize(4)
                .element(1)
                .isEqualTo(
                        "{\"offset\":1,\"topic\":\"" + topics.indicators()
                                + "\",\"partition\":0,\"originOffset\":7,\"reason\":\"for a"
                                + " test\",\"time\":\"2024-07-03T09:46:40Z\",\"redriven\":false,\"key\":\"key\",\"value\":\"{}\"}");
    }

    @Test
    void saysWhatToSayAndWhenThereIsNone() {
        assertThat(letters("list").err()).contains("There is no dead letter.");
        assertThat(letters("redrive").status()).isEqualTo(2);
    }

    private ProducerRecord<byte[], byte[]> letter(String topic, String value) {
        ProducerRecord<byte[], byte[]> letter = record(topics.deadLetters(), value);
        letter.headers().add("own", new byte[] {1});
        Map.of("message", "for a test", "topic", topic, "partition", "0", "offset", "7")
                .forEach((name, text) -> letter.headers().add("__streams.errors." + name, text.getBytes(UTF_8)));
        return letter;
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String value) {
        return new ProducerRecord<>(topic, 0, TIME, "key".getBytes(UTF_8), value.getBytes(UTF_8));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServer()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var unused = producer.send(record);
        }
    }

    private Result letters(String what, String... options) {
        List<String> all = new ArrayList<>(List.of(
                "dead-letters", what, "--bootstrap-server", broker.bootstrapServer(), "--prefix", topics.prefix()));
        all.addAll(List.of(options));
        return cli.run(all.toArray(String[]::new));
    }
}
