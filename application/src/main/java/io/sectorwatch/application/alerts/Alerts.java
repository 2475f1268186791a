package io.sectorwatch.application.alerts;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Transitions as they stand on their topics. */
public final class Alerts {
    private static final Duration STEP = Duration.ofMillis(500);

    /**
     * A transition together with the very bytes it was published as.
     *
     * @param release that it was decided with; null where it came of something else
     */
    public record Published(
            Transition transition, byte[] value, @Nullable String release) {
        static Published of(ConsumerRecord<byte[], byte[]> record) {
            return new Published(
                    new TransitionCodec().read(record.value()), record.value(), Envelope.releaseIn(record.headers()));
        }
    }

    /** The transitions of some records. */
    public static List<Published> of(Collection<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .filter(record -> record.value() != null)
                .map(Published::of)
                .toList();
    }

    /** Gives the transitions so far, and then those that come, as long as they are wanted. */
    public static void follow(Server server, Topics topics, BooleanSupplier wanted, Consumer<List<Published>> taker) {
        try (TopicReader reader = new TopicReader(server, topics.alerts())) {
            taker.accept(of(reader.readToEnd()));
            while (wanted.getAsBoolean()) {
                taker.accept(of(reader.poll(STEP)));
            }
        }
    }

    /** The last transition of every alert that is open now, the oldest first. */
    public static List<Published> open(Server server, Topics topics) {
        Map<String, ConsumerRecord<byte[], byte[]>> open = new HashMap<>();
        try (TopicReader reader = new TopicReader(server, topics.openAlerts())) {
            for (ConsumerRecord<byte[], byte[]> record : reader.readToEnd()) {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                if (record.value() == null) {
                    open.remove(key);
                } else {
                    open.put(key, record);
                }
            }
        }
        return open.values().stream()
                .map(Published::of)
                .sorted(Comparator.comparing(
                                (Published alert) -> alert.transition().decidedAt())
                        .thenComparing(alert -> alert.transition().key()))
                .toList();
    }

    private Alerts() {}
}
