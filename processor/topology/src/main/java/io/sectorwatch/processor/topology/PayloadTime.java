package io.sectorwatch.processor.topology;

import io.sectorwatch.schemas.event.KnowledgeTime;
import io.sectorwatch.schemas.message.Message;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Knowledge time: what the message itself says, since a producer of bare JSON may stamp its records otherwise. A rule says
 * nothing of time and takes effect at its record's.
 */
public final class PayloadTime implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.value() instanceof Message message
                ? KnowledgeTime.of(message, record.timestamp())
                : record.timestamp();
    }
}
