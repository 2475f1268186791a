package io.sectorwatch.ingest.publish;

import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks a broker about the topics of facts. Not by the producer, whose own question makes a broker that may do so create
 * the topic.
 */
final class TopicSizes {

    /** The number of partitions of the indicators; throws PublishException where a topic is missing. */
    static int ask(Map<String, Object> config, Topics topics, Failures failures) {
        try (Admin admin = Admin.create(config)) {
            Map<String, KafkaFuture<TopicDescription>> answers = admin.describeTopics(
                            List.of(topics.indicators(), topics.policies()))
                    .topicNameValues();
            List<String> missing = new ArrayList<>();
            int partitions = 0;
            for (var answer : new TreeMap<>(answers).entrySet()) {
                try {
                    int size = answer.getValue().get().partitions().size();
                    partitions = answer.getKey().equals(topics.indicators()) ? size : partitions;
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                        throw failures.connecting(e);
                    }
                    missing.add(answer.getKey());
                }
            }
            if (!missing.isEmpty()) {
                throw failures.missing(missing);
            }
            return partitions;
        } catch (InterruptedException e) {
            throw failures.connecting(new InterruptException(e));
        } catch (KafkaException e) {
            throw failures.connecting(e);
        }
    }

    private TopicSizes() {}
}
