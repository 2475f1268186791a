package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.publish.PublishException;
import io.sectorwatch.ingest.publish.Publisher;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The publisher of facts against a real broker. */
@Timeout(60)
class PublisherIT {
    private static final Topics TOPICS = new Topics("test.");
    private static final int PARTITIONS = 3;
    private static final List<Message> FACTS = BuiltInSet.BRIEF.facts();

    private EmbeddedBroker broker;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path directory) {
        broker = EmbeddedBroker.start(Cli.freePort(), directory);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void asksForMissingTopicsAndCreatesNone() throws Exception {
        assertThatExceptionOfType(PublishException.class)
                .isThrownBy(() -> publisher("a").close())
                .withMessageContaining("has no topic test.indicators and no topic test.policies");
        try (Admin admin = admin()) {
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void publishesATickToEveryPartition() throws Exception {
        createTopics();
        List<Message> facts = new ArrayList<>(FACTS);
        facts.add(new Tick(Instant.parse("2025-06-01T00:00:00Z")));
        List<Long> progress = new ArrayList<>();
        try (Publisher publisher = publisher("a")) {
            publisher.publish(facts, progress::add);
        }
        assertThat(committed()).isEqualTo(FACTS.size() + PARTITIONS);
        assertThat(progress).hasSize(facts.size()).isSorted().endsWith((long) facts.size());
    }

    @Test
    void leavesNothingOfABatchThatBreaksOff() throws Exception {
        createTopics();
        try (Publisher publisher = publisher("a")) {
            assertThatIllegalStateException().isThrownBy(() -> publisher.publish(FACTS, PublisherIT::breakOffHalfWay));
        }
        assertThat(committed()).isZero();
    }

    @Test
    void givesWayToANewPublisherOfTheSameId() throws Exception {
        createTopics();
        try (Publisher old = publisher("a");
                Publisher young = publisher("a")) {
            assertThatExceptionOfType(PublishException.class)
                    .isThrownBy(() -> old.publish(FACTS, count -> {}))
                    .withMessageContaining("another process publishes under the same transactional id a");
            young.publish(FACTS, count -> {});
        }
        assertThat(committed()).isEqualTo(FACTS.size());
    }

    @ParameterizedTest
    @CsvSource({"4, 5, 300", "6, 10, 3"})
    void publishersAtOnceTakeTurns(int publishers, int batches, int size) throws Exception {
        createTopics();
        ExecutorService threads = Executors.newFixedThreadPool(publishers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int number = 0; number < publishers; number++) {
                String name = "s" + number;
                all.add(threads.submit(() -> publishBatches(name, batches, size)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        List<String> sources = Topic.records(broker.bootstrapServer(), TOPICS.indicators()).stream()
                .map(record -> Json.tree(record.value()).at("/source/id").asText())
                .toList();
        assertThat(sources).hasSize(publishers * batches * size);
        int changes = (int) IntStream.range(1, sources.size())
                .filter(i -> !sources.get(i).equals(sources.get(i - 1)))
                .count();
        assertThat(changes).isLessThan(publishers * batches);
    }

    private void publishBatches(String name, int batches, int size) {
        try (Publisher publisher = publisher(TOPICS.prefix() + "ingest-" + name)) {
            for (int batch = 0; batch < batches; batch++) {
                List<Message> facts = new ArrayList<>();
                for (int fact = 0; fact < size; fact++) {
                    facts.add(new IndicatorCodec()
                            .read(("{\"indicator\":\"x\",\"area\":\"CHN\",\"period\":\"2023\",\"value\":" + fact
                                            + ",\"published\":\"2024-01-01T00:00:00Z\",\"source\":{\"id\":\"" + name
                                            + "\"}}")
                                    .getBytes(UTF_8)));
                }
                publisher.publish(facts, sent -> {});
            }
        }
    }

    @Test
    void saysThatTheBrokerRefusesAFactFromTheFuture() throws Exception {
        createTopics();
        try (Publisher publisher = publisher("a")) {
            List<Message> facts = List.of(new Tick(Instant.parse("2999-01-01T00:00:00Z")));
            assertThatExceptionOfType(PublishException.class)
                    .isThrownBy(() -> publisher.publish(facts, count -> {}))
                    .withMessageContaining("refused")
                    .withMessageContaining("timestamp");
        }
        assertThat(committed()).isZero();
    }

    @Test
    void givesUpOnABrokerThatGoesAway() throws Exception {
        createTopics();
        try (Publisher publisher = publisher("a")) {
            broker.close();
            assertThatExceptionOfType(PublishException.class)
                    .isThrownBy(() -> publisher.publish(FACTS, count -> {}))
                    .withMessageContaining("stopped answering");
        }
    }

    private static void breakOffHalfWay(long count) {
        if (count > FACTS.size() / 2) {
            throw new IllegalStateException("half-way");
        }
    }

    private Publisher publisher(String transactionalId) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", broker.bootstrapServer(),
                "request.timeout.ms", 5_000,
                "default.api.timeout.ms", 5_000,
                "max.block.ms", 5_000,
                "delivery.timeout.ms", 6_000);
        return new Publisher(config, TOPICS, transactionalId);
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()));
    }

    private void createTopics() throws Exception {
        try (Admin admin = admin()) {
            List<NewTopic> topics = TOPICS.all(PARTITIONS, List.of()).stream()
                    .map(spec -> new NewTopic(spec.name(), spec.partitions(), (short) 1).configs(spec.configs()))
                    .toList();
            admin.createTopics(topics).all().get();
        }
    }

    private int committed() {
        String server = broker.bootstrapServer();
        return Topic.records(server, TOPICS.indicators()).size()
                + Topic.records(server, TOPICS.policies()).size();
    }
}
