package io.sectorwatch.monitor.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.deadletters.DeadLetter;
import io.sectorwatch.application.deadletters.DeadLetters;
import io.sectorwatch.monitor.database.Sql;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What could not be accepted, and what of it was redriven. Not thread-safe. */
final class LetterRows implements TopicTables {
    private static final int SHOWN = 2000;

    private final RowBatch letters = new RowBatch(Sql.named("insert-dead-letter"));
    private final RowBatch redriven = new RowBatch(Sql.named("mark-redriven"));

    @Override
    public long take(ConsumerRecord<byte[], byte[]> record) {
        Long original = DeadLetters.redrivenBy(record);
        if (original != null) {
            redriven.add(original);
            return Long.MIN_VALUE;
        }
        DeadLetter letter = DeadLetter.of(record);
        letters.add(
                letter.offset(),
                letter.topic(),
                letter.partition(),
                letter.originOffset(),
                readable(letter.reason()),
                Times.text(letter.time()),
                content(letter.value()));
        return Long.MIN_VALUE;
    }

    @Override
    public Writing handOver() {
        RowBatch came = letters.handOver();
        RowBatch gone = redriven.handOver();
        return connection -> {
            came.write(connection);
            gone.write(connection);
        };
    }

    private static @Nullable String content(byte @Nullable [] value) {
        return value == null ? null : readable(new String(value, 0, Math.min(value.length, SHOWN), UTF_8));
    }

    // A database's text holds no zero character.
    private static String readable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
