package io.sectorwatch.application.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that was not accepted, as it came, with what Kafka Streams notes of it in headers.
 *
 * @param offset its own among the dead letters
 * @param topic where it came from, as are partition and originOffset; null and -1 where it is not said
 */
public record DeadLetter(
        long offset,
        @Nullable String topic,
        int partition,
        long originOffset,
        String reason,
        Instant time,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers) {

    private static final String NOTES = "__streams.errors.";

    /** What a record of the topic of dead letters says, unless it marks another one. */
    public static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        Headers own = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(NOTES)) {
                own.add(header);
            }
        }
        String reason = note(record, "message");
        return new DeadLetter(
                record.offset(),
                note(record, "topic"),
                (int) number(note(record, "partition")),
                number(note(record, "offset")),
                reason == null ? "no reason is given" : reason,
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                record.value(),
                own);
    }

    /** The record as it came, for the topic it came from. */
    ProducerRecord<byte[], byte[]> original(int into, long timestamp) {
        return new ProducerRecord<>(topic, into < 0 ? null : into, timestamp, key, value, headers);
    }

    private static @Nullable String note(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(NOTES + name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static long number(@Nullable String text) {
        return text == null || !text.matches("[0-9]{1,18}") ? -1 : Long.parseLong(text);
    }
}
