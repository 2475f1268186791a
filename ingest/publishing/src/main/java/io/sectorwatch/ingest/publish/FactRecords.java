package io.sectorwatch.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.fact.FactEvent;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records that facts become, one after another: what closes a release goes where its facts went. Not thread-safe.
 */
public final class FactRecords {
    private final Topics topics;
    private final TopicSizes sizes;
    private final Map<String, SortedSet<Integer>> ofReleases = new HashMap<>();

    /** For topics of so many partitions. */
    public FactRecords(Topics topics, int ofIndicators, int ofPolicies) {
        this(topics, new TopicSizes(ofIndicators, ofPolicies));
    }

    FactRecords(Topics topics, TopicSizes sizes) {
        this.topics = topics;
        this.sizes = sizes;
    }

    /** The records of one fact: one, but for a tick one for every partition of the indicators. */
    public List<ProducerRecord<byte[], byte[]>> of(Message fact) {
        FactEvent event = FactEvent.of(fact);
        return of(event.key(), event.ofPolicies(), Envelope.of(fact));
    }

    /** The records of a fact, or of what is said about facts, with the key it has; a correction without one goes everywhere. */
    public List<ProducerRecord<byte[], byte[]>> of(String key, boolean ofPolicies, Envelope event) {
        String topic = ofPolicies ? topics.policies() : topics.indicators();
        return switch (event.type()) {
            case OBSERVATION, POLICY -> {
                int partition = partition(key, ofPolicies);
                String release = event.release();
                if (release != null) {
                    ofReleases
                            .computeIfAbsent(topic + ' ' + release, none -> new TreeSet<>())
                            .add(partition);
                }
                yield List.of(record(topic, partition, key, event));
            }
            case RELEASE -> {
                SortedSet<Integer> its = ofReleases.remove(topic + ' ' + event.subject());
                yield its == null ? List.of() : records(its.stream(), topic, event);
            }
            case CORRECTION ->
                key.isEmpty()
                        ? records(IntStream.range(0, sizes.of(ofPolicies)).boxed(), topic, event)
                        : List.of(record(topic, partition(key, ofPolicies), key, event));
            case TICK -> records(IntStream.range(0, sizes.indicators()).boxed(), topic, event);
            default -> throw new IllegalArgumentException("not a fact: " + event);
        };
    }

    private int partition(String key, boolean ofPolicies) {
        return Partitions.of(key, sizes.of(ofPolicies));
    }

    private static List<ProducerRecord<byte[], byte[]>> records(
            Stream<Integer> partitions, String topic, Envelope event) {
        return partitions
                .map(partition -> record(topic, partition, null, event))
                .toList();
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, int partition, @Nullable String key, Envelope fact) {
        return new ProducerRecord<>(
                topic,
                partition,
                fact.time().toEpochMilli(),
                key == null ? null : key.getBytes(UTF_8),
                fact.value(),
                fact.headers());
    }
}
