package io.sectorwatch.benchmark.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.benchmark.check.OpenAlert;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a run of the processor has told.
 *
 * @param bytes size of all transitions
 * @param open by the key of their records
 * @param deadLetters how many events it refused
 */
record DecidedOutput(long transitions, long bytes, Map<String, OpenAlert> open, long deadLetters) {
    static DecidedOutput read(Output output, Topics topics) {
        Reader reader = new Reader();
        output.read(topics.alerts(), reader::transition);
        output.read(topics.openAlerts(), reader::open);
        output.read(topics.deadLetters(), letter -> reader.deadLetters++);
        return new DecidedOutput(reader.transitions, reader.bytes, reader.open, reader.deadLetters);
    }

    private static final class Reader {
        private final Map<String, OpenAlert> open = new HashMap<>();
        private final TransitionCodec codec = new TransitionCodec();
        private long transitions;
        private long bytes;
        private long deadLetters;

        void transition(ConsumerRecord<byte[], byte[]> record) {
            transitions++;
            bytes += record.value().length;
        }

        void open(ConsumerRecord<byte[], byte[]> record) {
            String key = new String(record.key(), UTF_8);
            if (record.value() == null) {
                open.remove(key);
                return;
            }
            try {
                open.put(key, OpenAlert.of(codec.read(record.value())));
            } catch (MalformedMessageException e) {
                throw new IllegalStateException(
                        "the open alert " + key + " cannot be read: " + new String(record.value(), UTF_8), e);
            }
        }
    }
}
