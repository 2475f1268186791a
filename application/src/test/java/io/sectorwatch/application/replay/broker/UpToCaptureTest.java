package io.sectorwatch.application.replay.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class UpToCaptureTest {
    private static final TopicPartition LIVE = new TopicPartition("live", 3);
    private static final TopicPartition OWN = new TopicPartition("own", 3);

    @Test
    void handsOnWhatWasCapturedAndAllOfOtherTopics() {
        assertThat(seen(Map.of(LIVE, 2L), records(LIVE, 0, 4), records(OWN, 0, 4)))
                .containsExactlyInAnyOrder("live 0", "live 1", "own 0", "own 1", "own 2", "own 3");
    }

    @Test
    void handsOnNothingFromBehindTheEnd() {
        assertThat(seen(Map.of(LIVE, 2L), records(LIVE, 2, 4))).isEmpty();
    }

    @SafeVarargs
    private static List<String> seen(
            Map<TopicPartition, Long> ends, List<ConsumerRecord<byte[], byte[]>>... partitions) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> polled = new HashMap<>();
        for (List<ConsumerRecord<byte[], byte[]>> records : partitions) {
            polled.put(FactTopicReader.partition(records.get(0)), records);
        }
        Map<TopicPartition, OffsetAndMetadata> next = Map.of(LIVE, new OffsetAndMetadata(4));
        Map<String, Object> config = new HashMap<>();
        UpToCapture.config(ends).forEach((name, value) -> config.put(name.replace("main.consumer.", ""), value));
        List<String> seen = new ArrayList<>();
        try (UpToCapture upTo = new UpToCapture()) {
            upTo.configure(config);
            ConsumerRecords<byte[], byte[]> records = upTo.onConsume(new ConsumerRecords<>(polled, next));
            records.forEach(record -> seen.add(record.topic() + ' ' + record.offset()));
            assertThat(records.nextOffsets()).isEqualTo(next);
        }
        return seen;
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(TopicPartition partition, long from, long to) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (long offset = from; offset < to; offset++) {
            records.add(
                    new ConsumerRecord<>(partition.topic(), partition.partition(), offset, new byte[0], new byte[0]));
        }
        return records;
    }
}
