package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic as any subscriber reads it. */
final class Topic {
    /** Creates all topics of an installation, as {@code topics} does. */
    static void create(String server, Topics topics, int partitions) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", server))) {
            new TopicSetup(admin).apply(topics.all(partitions, Topics.DEFAULT_SECTORS));
        }
    }

    /** Its committed facts, without what closes releases. */
    static List<ConsumerRecord<String, byte[]>> facts(String server, String topic) {
        return records(server, topic).stream()
                .filter(record -> !new String(record.value(), UTF_8).startsWith("{\"release\""))
                .toList();
    }

    /** All its committed records, partition by partition. */
    static List<ConsumerRecord<String, byte[]>> records(String server, String topic) {
        Map<String, Object> config = Map.of("bootstrap.servers", server, "isolation.level", "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = ends(server, partitions, "read_uncommitted");
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    // A commit is answered before its markers are in every partition: the last offset that is read committed comes
    // late.
    private static Map<TopicPartition, Long> ends(String server, List<TopicPartition> partitions, String isolation) {
        Map<String, Object> config = Map.of("bootstrap.servers", server, "isolation.level", isolation);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitions);
        }
    }

    /** Whether somebody is in the middle of publishing, in the first partition. */
    static boolean hasOpenTransaction(String server, String topic) {
        List<TopicPartition> first = List.of(new TopicPartition(topic, 0));
        return !ends(server, first, "read_uncommitted").equals(ends(server, first, "read_committed"));
    }

    private Topic() {}
}
