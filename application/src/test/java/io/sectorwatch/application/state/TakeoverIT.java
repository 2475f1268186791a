package io.sectorwatch.application.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.processor.topology.ProcessorApp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who goes on where another was killed, or where its own transaction was lost, waits for nothing that has ended. */
@Timeout(120)
class TakeoverIT {
    private static final String LOW = "{id: reached, series: {indicator: '*'}, when: {value: {atLeast: 2.6}}}";
    private static final String PROCESS = "-962fea7c-c0bc-42bd-a8ad-02c44cc97a99-1";

    /** Whoever ends it begins the next one, which is empty. */
    private static final Set<TransactionState> ENDED = Set.of(TransactionState.COMPLETE_ABORT, TransactionState.EMPTY);

    private RealBroker broker;
    private Bench bench;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path directory) throws IOException {
        broker = new RealBroker(directory);
        bench = new Bench(broker, directory, "taken.", 1);
    }

    @AfterEach
    void stop() {
        bench.close();
        broker.close();
    }

    @Test
    void whatAProcessWithoutANameLeftOpenIsEndedAndNobodyElses() throws Exception {
        String its = bench.application() + PROCESS;
        String ofAnotherApplication = bench.application() + "-eu." + PROCESS;
        try (KafkaProducer<byte[], byte[]> killed = leftOpen(its);
                KafkaProducer<byte[], byte[]> atWork = leftOpen(ofAnotherApplication)) {
            bench.process();

            await().atMost(Bench.PATIENCE)
                    .untilAsserted(() -> assertThat(state(its)).isIn(ENDED));
            assertThatThrownBy(killed::commitTransaction).isInstanceOf(ApiException.class);
            assertThat(state(ofAnotherApplication)).isEqualTo(TransactionState.ONGOING);
            atWork.commitTransaction();
        }
    }

    @Test
    void whatAnInstanceWithANameLeftOpenIsEndedByTheOthers() throws Exception {
        bench.process("one");
        ProcessorApp two = bench.process("two");
        awaitMembers(2);
        awaitSeenByEachOther();
        two.close();
        awaitMembers(1);
        String its = bench.application() + "-two-1";
        try (KafkaProducer<byte[], byte[]> killed = leftOpen(its)) {
            bench.process("three");

            await().atMost(Bench.PATIENCE)
                    .untilAsserted(() -> assertThat(state(its)).isIn(ENDED));
            assertThatThrownBy(killed::commitTransaction).isInstanceOf(ApiException.class);
        }
    }

    @Test
    void aThreadThatHasLostItsTransactionIsReplaced() throws Exception {
        Losing.TIMES.set(1);
        bench.process(null, Map.of("producer.partitioner.class", Losing.class.getName(), "session.timeout.ms", 6_000));
        bench.rule(LOW, Instant.EPOCH);
        bench.publish(Bench.figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        bench.publish(Bench.figure("x", "CHN", "2.5", "2024-03-01T00:00:00Z"));

        bench.awaitAlerts("RAISED x/CHN/economy/A 2.7", "RETRACTED x/CHN/economy/A 2.5");
        assertThat(Losing.TIMES).hasValueLessThan(1);
        assertThat(bench.letters()).isEmpty();
    }

    private KafkaProducer<byte[], byte[]> leftOpen(String transactionalId) throws Exception {
        Map<String, Object> config = new HashMap<>(bench.server().clientConfig());
        config.put("transactional.id", transactionalId);
        config.put("transaction.timeout.ms", 600_000);
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(bench.topics.alerts(), 0, 0L, null, new byte[0]))
                .get();
        return producer;
    }

    private TransactionState state(String transactionalId) throws Exception {
        try (Admin admin = bench.server().admin()) {
            return admin.describeTransactions(List.of(transactionalId))
                    .description(transactionalId)
                    .get()
                    .state();
        }
    }

    private void awaitMembers(int count) {
        try (Admin admin = bench.server().admin()) {
            await().atMost(Bench.PATIENCE).until(() -> {
                ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(bench.application()))
                        .all()
                        .get()
                        .values()
                        .iterator()
                        .next();
                return group.groupState() == GroupState.STABLE
                        && group.members().size() == count;
            });
        }
    }

    /** What is decided now is decided after the work was shared out; who has looked then is done. */
    private void awaitSeenByEachOther() throws Exception {
        bench.rule(LOW, Instant.EPOCH);
        bench.publish(Bench.figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z"));
        bench.awaitAlerts(1);
        await().atMost(Bench.PATIENCE)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("left-transactions")));
    }

    /** Refuses to say where a record goes, as a producer refuses whose transaction is lost. */
    public static final class Losing implements Partitioner {
        static final AtomicInteger TIMES = new AtomicInteger();

        @Override
        public int partition(
                String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
            if (TIMES.getAndDecrement() > 0) {
                throw new InvalidTxnStateException("lost, for a test");
            }
            return 0;
        }

        @Override
        public void configure(Map<String, ?> configs) {}

        @Override
        public void close() {}
    }
}
