package io.sectorwatch.application.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class MergeTest {
    @Test
    void takesTheEarliestOfAllPartitions() {
        assertThat(times(Merge.byTime(List.of(batch(0, 1, 4), batch(1, 2, 3, 5)))))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void keepsThePartitionsOwnOrderWhereItsTimesGoBack() {
        assertThat(times(Merge.byTime(List.of(batch(0, 5, 1), batch(1, 2, 6))))).containsExactly(2L, 5L, 1L, 6L);
    }

    @Test
    void goesOnAcrossBatches() {
        assertThat(times(Merge.byTime(List.of(batch(0, 1, 3), batch(1, 2), batch(0, 4)))))
                .containsExactly(1L, 2L, 3L, 4L);
    }

    private static List<Long> times(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream().map(ConsumerRecord::timestamp).toList();
    }

    private static ConsumerRecords<byte[], byte[]> batch(int partition, long... times) {
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.range(0, times.length)
                .mapToObj(offset -> record(partition, offset, times[offset]))
                .toList();
        return new ConsumerRecords<>(Map.of(new TopicPartition("alerts", partition), records), Map.of());
    }

    private static ConsumerRecord<byte[], byte[]> record(int partition, long offset, long time) {
        return new ConsumerRecord<>(
                "alerts",
                partition,
                offset,
                time,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
    }
}
