package io.sectorwatch.deliver.delivery;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.deliver.filter.Where;
import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.schemas.message.Transition;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What is open now, of those partitions that a target is told of: the alerts of one stand in the same one of their own topic. */
final class OpenAlerts {
    static List<Notice> read(
            Server server, String topic, Set<TopicPartition> told, Where where, Function<Transition, String> titles) {
        List<TopicPartition> partitions = told.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toList());
        if (partitions.isEmpty()) {
            return List.of();
        }
        Map<ByteBuffer, Notice> open = new LinkedHashMap<>();
        try (TopicReader reader = new TopicReader(server, topic, partitions)) {
            for (ConsumerRecord<byte[], byte[]> record : reader.readToEnd()) {
                Waiting read = Waiting.of(record, titles, where::chooses);
                ByteBuffer key = ByteBuffer.wrap(Objects.requireNonNullElse(record.key(), new byte[0]));
                open.remove(key);
                if (read.notice() != null && read.notice().isChosen()) {
                    open.put(key, read.notice());
                }
            }
        }
        return new ArrayList<>(open.values());
    }

    private OpenAlerts() {}
}
