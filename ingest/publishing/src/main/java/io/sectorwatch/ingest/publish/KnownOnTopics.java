package io.sectorwatch.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.plausibility.SeenCodes;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.schemas.event.EventDeserializer;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.event.KnowledgeTime;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyMessageCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * What is known, read from the topics themselves, so that nothing kept beside them can be out of step with them: all
 * that is committed when reading begins, waiting for transactions that are open then.
 *
 * @param waiting is told, once, that another publisher's open transaction is waited for
 */
public record KnownOnTopics(Map<String, Object> clientConfig, Topics topics, Runnable waiting) implements KnownFacts {
    private static final int SUBJECT_PARTS = 5;
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration SOON = Duration.ofSeconds(3);
    // Longer than a broker lets a transaction be open, unless it was told otherwise.
    private static final Duration PATIENCE = Duration.ofMinutes(16);

    @Override
    public void read(Wanted wanted, Taker taker) throws IOException {
        asking(config -> {
            if (!wanted.indicators().isEmpty()) {
                Set<String> keys = wanted.indicators();
                Deserializer<? extends Message> reader = observations();
                read(config, topics.indicators(), keys, wanted.complete(), record -> {
                    if (isOf(keys, record.key())) {
                        give(record, reader, taker);
                    }
                });
            }
            if (wanted.policies()) {
                policies(config, wanted.complete(), taker);
            }
        });
    }

    @Override
    public void readCodes(SeenCodes seen) throws IOException {
        asking(config -> {
            Deserializer<? extends Message> reader = observations();
            read(config, topics.indicators(), Set.of(), false, record -> {
                // The subject is read in less time than the figure.
                if (!isTakenFromSubject(record, seen)) {
                    give(record, reader, seen::add);
                }
            });
            policies(config, false, seen::add);
        });
    }

    @Override
    public @Nullable Set<String> sectorTopics() {
        Set<String> sectors = new HashSet<>();
        try {
            asking(config -> {
                try (KafkaConsumer<byte[], byte[]> consumer = consumer(config, IsolationLevel.READ_COMMITTED)) {
                    consumer.listTopics()
                            .keySet()
                            .forEach(name -> topics.sectorOf(name).ifPresent(sectors::add));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sectors;
    }

    private interface Question {
        void ask(Map<String, Object> config) throws IOException;
    }

    private void asking(Question question) throws IOException {
        Map<String, Object> config = new HashMap<>(TimeOuts.in(clientConfig));
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        Failures failures = Failures.of(config);
        try {
            question.ask(config);
        } catch (KafkaException e) {
            throw failures.connecting(e);
        }
    }

    private static Deserializer<? extends Message> observations() {
        return new EventDeserializer<>(new IndicatorCodec(), EventType.OBSERVATION, EventType.CORRECTION);
    }

    private void policies(Map<String, Object> config, boolean isComplete, Taker taker) throws IOException {
        Deserializer<? extends Message> reader =
                new EventDeserializer<>(new PolicyMessageCodec(), EventType.POLICY, EventType.CORRECTION);
        read(config, topics.policies(), Set.of(), isComplete, record -> give(record, reader, taker));
    }

    private static boolean isTakenFromSubject(ConsumerRecord<byte[], byte[]> record, SeenCodes seen) {
        Header type = record.headers().lastHeader("ce_type");
        Header subject = record.headers().lastHeader("ce_subject");
        if (type == null || subject == null || !text(type).equals(EventType.OBSERVATION.code())) {
            return false;
        }
        String[] parts = text(subject).split("/", -1);
        if (parts.length != SUBJECT_PARTS) {
            return false;
        }
        seen.add(parts[0], parts[1], parts[2]);
        return true;
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private interface RecordTaker {
        void take(ConsumerRecord<byte[], byte[]> record) throws IOException;
    }

    private void read(
            Map<String, Object> config, String topic, Set<String> indicators, boolean isComplete, RecordTaker taker)
            throws IOException {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(config, IsolationLevel.READ_COMMITTED)) {
            int count = consumer.partitionsFor(topic).size();
            if (count == 0) {
                throw Failures.of(config).missing(List.of(topic));
            }
            Set<TopicPartition> partitions = partitions(topic, count, indicators);
            Map<TopicPartition, Long> ends = ends(config, partitions, isComplete);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Patience patience = new Patience();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(STEP)) {
                    if (record.value() != null) {
                        taker.take(record);
                    }
                }
                patience.progress(
                        partitions.stream().mapToLong(consumer::position).sum());
            }
        }
    }

    private static boolean isOf(Set<String> keys, byte[] key) {
        return key == null || keys.contains(new String(key, UTF_8));
    }

    private static void give(ConsumerRecord<byte[], byte[]> record, Deserializer<? extends Message> reader, Taker taker)
            throws IOException {
        Message fact;
        try {
            fact = reader.deserialize(record.topic(), record.headers(), record.value());
        } catch (SerializationException e) {
            // What is of another type, or what nobody can read, is no fact: the processor says why.
            return;
        }
        if (!(fact instanceof ClosedRelease) && !KnowledgeTime.isAhead(fact, record.timestamp())) {
            taker.take(fact);
        }
    }

    private static Set<TopicPartition> partitions(String topic, int count, Set<String> indicators) {
        List<Integer> numbers = indicators.isEmpty()
                ? IntStream.range(0, count).boxed().toList()
                : indicators.stream()
                        .map(indicator -> Partitions.of(indicator, count))
                        .toList();
        return numbers.stream().map(number -> new TopicPartition(topic, number)).collect(Collectors.toSet());
    }

    // The last offset that is read committed can lie before a commit that was answered already.
    private static Map<TopicPartition, Long> ends(
            Map<String, Object> config, Set<TopicPartition> partitions, boolean isComplete) {
        IsolationLevel level = isComplete ? IsolationLevel.READ_UNCOMMITTED : IsolationLevel.READ_COMMITTED;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(config, level)) {
            return consumer.endOffsets(partitions);
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> config, IsolationLevel isolation) {
        Map<String, Object> isolated = new HashMap<>(config);
        isolated.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
        return new KafkaConsumer<>(isolated, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private final class Patience {
        private long position = -1;
        private long since = System.nanoTime();
        private boolean told;

        void progress(long now) {
            if (now != position) {
                position = now;
                since = System.nanoTime();
                return;
            }
            long waited = System.nanoTime() - since;
            if (!told && waited > SOON.toNanos()) {
                told = true;
                waiting.run();
            }
            if (waited > PATIENCE.toNanos()) {
                throw new PublishException(
                        "nothing was published: a transaction of another publisher has been open for "
                                + PATIENCE.toMinutes()
                                + " minutes, and what it says is not known (kafka-transactions.sh"
                                + " find-hanging finds it)");
            }
        }
    }
}
