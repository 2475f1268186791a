package io.sectorwatch.deliver.delivery;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.deliver.config.ConfiguredTarget;
import io.sectorwatch.schemas.message.Transition;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What one target has still to be told, by its consumer group. A record stays at the head until it is answered for, however
 * long that takes: the group is not left meanwhile, and no more is read.
 */
final class AlertQueue implements AutoCloseable {
    private static final long COMMIT_NANOS = Duration.ofMillis(100).toNanos();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final ConfiguredTarget target;
    private final Function<Transition, String> titles;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Map<TopicPartition, Long> answered = new HashMap<>();
    private final Map<TopicPartition, TargetCounts> counts = new HashMap<>();
    private boolean isAssignedAnew;
    private boolean isUncommitted;
    private long committedAt = System.nanoTime();

    /** Joins a group; a member with an instance id takes its place again at once, even after it was killed. */
    AlertQueue(
            Server server,
            String topic,
            String group,
            @Nullable String instanceId,
            ConfiguredTarget target,
            Function<Transition, String> titles) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("group.id", group);
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        config.put("allow.auto.create.topics", "false");
        config.put("auto.offset.reset", "earliest");
        if (instanceId != null) {
            config.put("group.instance.id", instanceId);
        }
        this.target = target;
        this.titles = titles;
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic), new Assignment());
    }

    /** Lets records come for some time, unless there are some, and keeps the place in the group in any case. */
    void poll(Duration wait) {
        if (waiting.isEmpty()) {
            passMarkers();
            commit(true);
            consumer.resume(consumer.paused());
        } else {
            commit(false);
            consumer.pause(consumer.assignment());
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
            waiting.add(Waiting.of(record, titles, target.where()::chooses));
        }
    }

    /** The partitions, if they are others than when this was last asked. */
    Set<TopicPartition> newAssignment() {
        Set<TopicPartition> assigned = isAssignedAnew ? new HashSet<>(consumer.assignment()) : Set.of();
        isAssignedAnew = false;
        return assigned;
    }

    /** What was read and is not answered for, in its order. */
    Collection<Waiting> waiting() {
        return waiting;
    }

    /** Answers for the record at the head. */
    void answer(UnaryOperator<TargetCounts> counted) {
        Waiting head = waiting.remove();
        answered.put(head.partition(), head.record().offset() + 1);
        count(head.partition(), counted);
    }

    /** Notes something of the record at the head, which stays there. */
    void note(UnaryOperator<TargetCounts> counted) {
        Waiting head = waiting.element();
        answered.put(head.partition(), head.record().offset());
        count(head.partition(), counted);
        commit(true);
    }

    /** How many records the target is behind. */
    long lag() {
        long behind = waiting.size();
        for (TopicPartition partition : consumer.assignment()) {
            behind += consumer.currentLag(partition).orElse(0);
        }
        return behind;
    }

    @Override
    public void close() {
        try {
            commitNow(answered.keySet());
        } finally {
            // Who goes of its own accord leaves the work to the others at once, with an instance id too.
            consumer.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        }
    }

    // The marks of transactions are no records, and nothing is behind because of them.
    private void passMarkers() {
        for (TopicPartition partition : consumer.assignment()) {
            Long position = consumer.position(partition);
            isUncommitted |= !position.equals(answered.put(partition, position));
        }
    }

    private void count(TopicPartition partition, UnaryOperator<TargetCounts> counted) {
        counts.put(partition, counted.apply(counts.getOrDefault(partition, TargetCounts.NONE)));
        isUncommitted = true;
    }

    private void commit(boolean now) {
        if (isUncommitted && (now || System.nanoTime() - committedAt > COMMIT_NANOS)) {
            consumer.commitAsync(offsets(answered.keySet()), null);
            committedAt = System.nanoTime();
            isUncommitted = false;
        }
    }

    private void commitNow(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = offsets(partitions);
        if (!offsets.isEmpty()) {
            consumer.commitSync(offsets);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Long offset = answered.get(partition);
            if (offset != null) {
                String note = counts.getOrDefault(partition, TargetCounts.NONE).note();
                offsets.put(partition, new OffsetAndMetadata(offset, note));
            }
        }
        return offsets;
    }

    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            isAssignedAnew = true;
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new HashSet<>(partitions));
            List<TopicPartition> fresh = new ArrayList<>();
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata offset = committed.get(partition);
                if (offset == null) {
                    fresh.add(partition);
                } else {
                    counts.put(partition, TargetCounts.of(offset.metadata()));
                }
            }
            begin(fresh);
        }

        // Where a new target begins is settled at once: what comes while it is down belongs to it.
        private void begin(List<TopicPartition> fresh) {
            if (fresh.isEmpty()) {
                return;
            }
            Map<TopicPartition, Long> starts =
                    target.isFromBeginning() ? consumer.beginningOffsets(fresh) : consumer.endOffsets(fresh);
            starts.forEach(consumer::seek);
            answered.putAll(starts);
            commitNow(fresh);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commitNow(partitions);
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            isAssignedAnew = true;
            waiting.removeIf(one -> partitions.contains(one.partition()));
            partitions.forEach(answered::remove);
            partitions.forEach(counts::remove);
        }
    }
}
