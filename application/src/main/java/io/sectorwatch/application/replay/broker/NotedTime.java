package io.sectorwatch.application.replay.broker;

import io.sectorwatch.processor.topology.PayloadTime;
import io.sectorwatch.schemas.message.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Notes how facts stand as a processor comes to read them. */
final class NotedTime implements TimestampExtractor {
    private final TimestampExtractor payload = new PayloadTime();
    private final Standings standings;

    NotedTime(Standings standings) {
        this.standings = standings;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        if (record.value() instanceof Message fact) {
            standings.add(FactTopicReader.partition(record), record.offset(), fact);
        }
        return payload.extract(record, partitionTime);
    }
}
