package io.sectorwatch.application.server;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Puts the partitions of one topic together. */
final class Merge {

    /** Takes, again and again, the earliest of the partitions' next records; no partition's own order is changed. */
    static List<ConsumerRecord<byte[], byte[]>> byTime(Collection<ConsumerRecords<byte[], byte[]>> batches) {
        Map<Integer, Deque<ConsumerRecord<byte[], byte[]>>> partitions = new TreeMap<>();
        batches.forEach(batch -> batch.forEach(record -> partitions
                .computeIfAbsent(record.partition(), partition -> new ArrayDeque<>())
                .add(record)));
        PriorityQueue<Deque<ConsumerRecord<byte[], byte[]>>> heads =
                new PriorityQueue<>(Comparator.comparingLong((Deque<ConsumerRecord<byte[], byte[]>> partition) ->
                                partition.element().timestamp())
                        .thenComparingInt(partition -> partition.element().partition()));
        heads.addAll(partitions.values());
        List<ConsumerRecord<byte[], byte[]>> merged = new ArrayList<>();
        for (Deque<ConsumerRecord<byte[], byte[]>> next = heads.poll(); next != null; next = heads.poll()) {
            merged.add(next.remove());
            if (!next.isEmpty()) {
                heads.add(next);
            }
        }
        return merged;
    }

    private Merge() {}
}
