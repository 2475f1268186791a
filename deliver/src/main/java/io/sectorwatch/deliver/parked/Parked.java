package io.sectorwatch.deliver.parked;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A message that a target has refused, untouched.
 *
 * @param offset its own on the topic of what is not delivered
 * @param status of HTTP, or 0 where none was answered
 * @param origin where it stands, as topic/partition/offset
 */
public record Parked(
        long offset,
        String target,
        String reason,
        int status,
        String origin,
        Instant time,
        byte @Nullable [] key,
        byte[] value,
        Headers headers) {
    private static final String NOTES = "sectorwatch.undelivered.";
    private static final String REDRIVEN = NOTES + "redriven";

    /** The record of the topic that says that a target has refused another one. */
    static ProducerRecord<byte[], byte[]> record(
            String topic, ConsumerRecord<byte[], byte[]> refused, String target, int status, String reason) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, null, refused.timestamp(), refused.key(), refused.value());
        refused.headers().forEach(record.headers()::add);
        note(record, "target", target);
        note(record, "reason", reason);
        note(record, "status", Integer.toString(status));
        note(record, "topic", refused.topic());
        note(record, "partition", Integer.toString(refused.partition()));
        note(record, "offset", Long.toString(refused.offset()));
        return record;
    }

    /** What a record of the topic says, unless it marks another one. */
    static Parked of(ConsumerRecord<byte[], byte[]> record) {
        Headers own = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(NOTES)) {
                own.add(header);
            }
        }
        return new Parked(
                record.offset(),
                noted(record, "target"),
                noted(record, "reason"),
                Integer.parseInt(noted(record, "status")),
                noted(record, "topic") + '/' + noted(record, "partition") + '/' + noted(record, "offset"),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                record.value() == null ? new byte[0] : record.value(),
                own);
    }

    /** The record that says that this one was taken after all. */
    ProducerRecord<byte[], byte[]> mark(String topic) {
        byte[] nothing = null;
        ProducerRecord<byte[], byte[]> mark = new ProducerRecord<>(topic, null, time.toEpochMilli(), key, nothing);
        mark.headers().add(REDRIVEN, Long.toString(offset).getBytes(UTF_8));
        return mark;
    }

    /** The offset of the message that a record marks so; null for a message. */
    static @Nullable Long marked(ConsumerRecord<?, ?> record) {
        Header mark = record.headers().lastHeader(REDRIVEN);
        return mark == null ? null : Long.valueOf(new String(mark.value(), UTF_8));
    }

    private static void note(ProducerRecord<byte[], byte[]> record, String name, String text) {
        record.headers().add(NOTES + name, text.getBytes(UTF_8));
    }

    private static String noted(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(NOTES + name);
        return header == null || header.value() == null ? "0" : new String(header.value(), UTF_8);
    }
}
