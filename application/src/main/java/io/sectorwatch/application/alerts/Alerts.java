package io.sectorwatch.application.alerts;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transitions as they stand on their topics. */
public final class Alerts {
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
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

    /** The transitions of some records; what is none is passed over, and logged. */
    public static List<Published> of(Collection<ConsumerRecord<byte[], byte[]>> records) {
        return of(records, LOG::warn);
    }

    /** The same; says what is passed over. */
    private static List<Published> of(Collection<ConsumerRecord<byte[], byte[]>> records, Consumer<String> unreadable) {
        List<Published> transitions = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.value() != null) {
                try {
                    transitions.add(Published.of(record));
                } catch (MalformedMessageException e) {
                    unreadable.accept("What stands in partition " + record.partition() + " of " + record.topic()
                            + " at offset " + record.offset() + " is no transition, and is passed over: "
                            + e.getMessage());
                }
            }
        }
        return transitions;
    }

    /**
     * Gives the transitions so far, and then those that come, as long as they are wanted.
     *
     * @param unreadable is told in words of what is no transition
     */
    public static void follow(
            Server server,
            Topics topics,
            BooleanSupplier wanted,
            Consumer<String> unreadable,
            Consumer<List<Published>> taker) {
        try (TopicReader reader = new TopicReader(server, topics.alerts())) {
            taker.accept(of(reader.readToEnd(), unreadable));
            while (wanted.getAsBoolean()) {
                taker.accept(of(reader.poll(STEP), unreadable));
            }
        }
    }

    /**
     * The last transition of every alert that is open now, the oldest first.
     *
     * @param unreadable is told in words of what is no transition
     */
    public static List<Published> open(Server server, Topics topics, Consumer<String> unreadable) {
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
        return of(open.values(), unreadable).stream()
                .sorted(Comparator.comparing(
                                (Published alert) -> alert.transition().decidedAt())
                        .thenComparing(alert -> alert.transition().key()))
                .toList();
    }

    private Alerts() {}
}
