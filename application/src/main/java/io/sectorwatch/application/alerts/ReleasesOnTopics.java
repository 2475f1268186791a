package io.sectorwatch.application.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.schemas.event.EventType;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.PolicyMessageCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What closed releases, looked up where it ought to stand: behind the last facts of its moment, or at the end of its topic. A
 * topic of facts is too long to be read for it, so what stands elsewhere is not found, and nothing is said of it.
 */
public final class ReleasesOnTopics {
    private static final int LOOKED_AT = 500;
    private static final int MOST_AT_ONCE = 100;

    private final Server server;
    private final Topics topics;
    private final Map<String, ClosedRelease> closed = new HashMap<>();
    private final Map<String, Instant> met = new LinkedHashMap<>();

    /** None yet. */
    public ReleasesOnTopics(Server server, Topics topics) {
        this.server = server;
        this.topics = topics;
    }

    /** Looks for the releases that some transitions were decided with, and that were not looked for yet; the newest of many. */
    public void lookFor(List<Alerts.Published> transitions) {
        Map<String, Instant> unmet = new LinkedHashMap<>();
        for (Alerts.Published published : transitions) {
            String release = published.release();
            if (release != null && !met.containsKey(release)) {
                unmet.putIfAbsent(release, published.transition().decidedAt());
            }
        }
        if (unmet.isEmpty()) {
            return;
        }
        met.putAll(unmet);
        List<Map.Entry<String, Instant>> newest = new ArrayList<>(unmet.entrySet());
        newest.sort(Map.Entry.<String, Instant>comparingByValue(Comparator.reverseOrder()));
        IndicatorCodec indicators = new IndicatorCodec();
        PolicyMessageCodec policies = new PolicyMessageCodec();
        try (TopicReader ofIndicators = new TopicReader(server, topics.indicators());
                TopicReader ofPolicies = new TopicReader(server, topics.policies())) {
            for (Map.Entry<String, Instant> one : newest.subList(0, Math.min(MOST_AT_ONCE, newest.size()))) {
                if (!closed.containsKey(one.getKey())) {
                    ofIndicators.readEndOf(one.getValue(), LOOKED_AT, record -> note(record, indicators::read));
                }
                if (!closed.containsKey(one.getKey())) {
                    ofPolicies.readEndOf(one.getValue(), LOOKED_AT, record -> note(record, policies::read));
                }
            }
        } catch (KafkaException | ServerException e) {
            // Headings say less then; whoever reads the transitions meets the failure itself.
            return;
        }
    }

    /** What closed a release; null where it was not found. */
    public @Nullable ClosedRelease of(String release) {
        return closed.get(release);
    }

    private void note(ConsumerRecord<byte[], byte[]> record, Function<byte[], Message> reader) {
        Header type = record.headers().lastHeader("ce_type");
        if (record.value() == null
                || type == null
                || !EventType.RELEASE.code().equals(new String(type.value(), UTF_8))) {
            return;
        }
        try {
            if (reader.apply(record.value()) instanceof ClosedRelease release) {
                closed.put(release.release(), release);
            }
        } catch (MalformedMessageException e) {
            // The processor says of it what there is to say.
            return;
        }
    }
}
