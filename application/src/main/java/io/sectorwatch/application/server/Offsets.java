package io.sectorwatch.application.server;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** How far topics go and groups have come. */
public final class Offsets {
    private final Admin admin;

    public Offsets(Admin admin) {
        this.admin = admin;
    }

    /** The partitions of those of the topics that exist. */
    public Set<TopicPartition> partitions(Collection<String> topics) {
        Set<TopicPartition> partitions = new HashSet<>();
        admin.describeTopics(topics).topicNameValues().forEach((topic, description) -> {
            try {
                get(description).partitions().forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
            } catch (UnknownTopicOrPartitionException e) {
                // A topic that is not there has no partitions.
                return;
            }
        });
        return partitions;
    }

    /** Where partitions begin. */
    public Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return at(OffsetSpec.earliest(), partitions);
    }

    /** Where partitions end, open transactions included. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return at(OffsetSpec.latest(), partitions);
    }

    /** What a group has committed. */
    public Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    private Map<TopicPartition, Long> at(OffsetSpec spec, Collection<TopicPartition> partitions) {
        return get(admin.listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> spec)))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ServerException("the server does not say how far its topics go: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }
}
