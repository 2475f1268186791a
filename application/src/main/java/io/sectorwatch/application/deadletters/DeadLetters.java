package io.sectorwatch.application.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.schemas.topic.Topics;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The topic of dead letters. A letter that was redriven is marked by a record behind it, published in the same
 * transaction as the original: so it is redriven once, whoever is killed.
 */
public final class DeadLetters {
    private static final String REDRIVEN = "sectorwatch.redriven.offset";

    private final Server server;
    private final String topic;

    public DeadLetters(Server server, Topics topics) {
        this.server = server;
        this.topic = topics.deadLetters();
    }

    /** Gives all of them in their order, with whether each was redriven; returns how many there are. */
    public long list(BiConsumer<DeadLetter, Boolean> taker) {
        server.require(Right.toRead(topic));
        long[] count = {0};
        forEach((letter, isRedriven) -> {
            count[0]++;
            taker.accept(letter, isRedriven);
        });
        return count[0];
    }

    /** The offset of the letter that a record marks as redriven; null for a letter. */
    public static @Nullable Long redrivenBy(ConsumerRecord<?, ?> record) {
        Header mark = record.headers().lastHeader(REDRIVEN);
        return mark == null ? null : Long.valueOf(new String(mark.value(), UTF_8));
    }

    void forEach(BiConsumer<DeadLetter, Boolean> taker) {
        Set<Long> redriven = new HashSet<>();
        read(record -> {
            Long letter = redrivenBy(record);
            if (letter != null) {
                redriven.add(letter);
            }
        });
        read(record -> {
            if (redrivenBy(record) == null) {
                taker.accept(DeadLetter.of(record), redriven.contains(record.offset()));
            }
        });
    }

    /** The record that marks a letter. */
    ProducerRecord<byte[], byte[]> mark(DeadLetter letter) {
        byte[] nothing = null;
        ProducerRecord<byte[], byte[]> mark =
                new ProducerRecord<>(topic, null, letter.time().toEpochMilli(), letter.key(), nothing);
        mark.headers().add(REDRIVEN, Long.toString(letter.offset()).getBytes(UTF_8));
        return mark;
    }

    private void read(Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        try (TopicReader reader = new TopicReader(server, topic);
                Admin admin = server.admin()) {
            reader.readThroughOpenTransactions(new Offsets(admin), taker);
        }
    }
}
