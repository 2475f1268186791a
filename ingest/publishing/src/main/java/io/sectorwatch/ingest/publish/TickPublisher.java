package io.sectorwatch.ingest.publish;

import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;

/**
 * Publishes ticks to every partition of the indicators, unless they stand there. Two that do so at the same moment may both
 * publish, which changes nothing: a tick that is not newer decides nothing.
 */
public final class TickPublisher implements Predicate<Tick> {
    // What a killed publisher leaves open holds up everyone who reads committed records for so long.
    private static final String TRANSACTION_TIMEOUT_MS = "10000";

    private final Map<String, Object> clientConfig;
    private final Topics topics;

    /** For a server; it is asked only when there is a tick. */
    public TickPublisher(Map<String, Object> clientConfig, Topics topics) {
        this.clientConfig = TimeOuts.in(clientConfig);
        this.topics = topics;
    }

    /**
     * Makes a tick stand in every partition; false where it did already.
     *
     * @throws PublishException if that cannot be done now
     */
    @Override
    public boolean test(Tick tick) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        // An id for each attempt: with a common one instances would end each other's transactions.
        String transactionalId = topics.prefix() + "ticks-" + UUID.randomUUID();
        try (Publisher publisher = new Publisher(config, topics, transactionalId)) {
            if (isPublished(tick)) {
                return false;
            }
            publisher.publish(List.of(tick), count -> {});
            return true;
        }
    }

    private boolean isPublished(Tick tick) {
        try (PublishedTicks published = new PublishedTicks(clientConfig, topics)) {
            return published.everywhere(tick);
        } catch (KafkaException e) {
            throw Failures.of(clientConfig).connecting(e);
        }
    }
}
