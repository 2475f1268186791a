package io.sectorwatch.application.server;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/** Tells when a streams application has processed all there is in some topics. */
public final class ProcessingEnd implements AutoCloseable {
    private final Admin admin;
    private final Offsets offsets;
    private final KafkaConsumer<byte[], byte[]> probe;
    private final String applicationId;
    private final Set<String> sources;
    private final Map<TopicPartition, Long> limits;

    /**
     * For an application that reads these topics.
     *
     * @param limits where it reads no further, though the topic may go on
     */
    public ProcessingEnd(
            Server server, String applicationId, Collection<String> sources, Map<TopicPartition, Long> limits) {
        this.limits = Map.copyOf(limits);
        this.admin = server.admin();
        this.offsets = new Offsets(admin);
        this.applicationId = applicationId;
        this.sources = Set.copyOf(sources);
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        config.put("allow.auto.create.topics", "false");
        this.probe = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * All that the application of a topology reads.
     *
     * @param outside the topics it does not own; every other source of it is an intermediate topic
     */
    public static Set<String> sources(Topology topology, Collection<String> outside, String applicationId) {
        Set<String> sources = new HashSet<>();
        topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(TopologyDescription.Source.class::isInstance)
                .map(TopologyDescription.Source.class::cast)
                .flatMap(source -> source.topicSet().stream())
                .forEach(topic -> sources.add(outside.contains(topic) ? topic : applicationId + "-" + topic));
        return sources;
    }

    /** Whether nothing is left to process at this moment. */
    public boolean reached() {
        // The commits first: what ends where a commit was before cannot have grown in between.
        Map<TopicPartition, Long> committed = offsets.committed(applicationId);
        Set<TopicPartition> partitions = offsets.partitions(sources);
        Set<String> there = new HashSet<>();
        partitions.forEach(partition -> there.add(partition.topic()));
        if (!there.equals(sources)) {
            return false;
        }
        Map<TopicPartition, Long> left = offsets.beginnings(partitions);
        left.putAll(committed);
        Map<TopicPartition, Long> ends = offsets.ends(partitions);
        ends.replaceAll((partition, end) -> Math.min(end, limits.getOrDefault(partition, end)));
        left.entrySet().removeIf(next -> next.getValue() >= ends.getOrDefault(next.getKey(), 0L));
        ends.keySet().retainAll(left.keySet());
        return left.isEmpty() || onlyMarkers(left, ends);
    }

    /** How much has been committed; it grows as long as there is progress. */
    public long progress() {
        return offsets.committed(applicationId).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() {
        probe.close();
        admin.close();
    }

    // The end of a transaction takes an offset too, which is committed only along with a record behind it.
    private boolean onlyMarkers(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        probe.assign(from.keySet());
        from.forEach(probe::seek);
        ConsumerRecords<byte[], byte[]> records = probe.poll(Duration.ofMillis(100));
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                return false;
            }
        }
        return ends.entrySet().stream().allMatch(end -> probe.position(end.getKey()) >= end.getValue());
    }
}
