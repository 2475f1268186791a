package io.sectorwatch.ingest.publish;

import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
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
 * How many partitions the topics of facts have. A broker is not asked by the producer, whose own question makes a broker that may do so create
 * the topic.
 */
record TopicSizes(int indicators, int policies) {

    int of(boolean ofPolicies) {
        return ofPolicies ? policies : indicators;
    }

    /** The numbers of partitions; throws PublishException where a topic is missing. */
    static TopicSizes ask(Map<String, Object> config, Topics topics, Failures failures) {
        try (Admin admin = Admin.create(config)) {
            Map<String, KafkaFuture<TopicDescription>> answers = admin.describeTopics(
                            List.of(topics.indicators(), topics.policies()))
                    .topicNameValues();
            List<String> missing = new ArrayList<>();
            Map<String, Integer> sizes = new HashMap<>();
            for (var answer : new TreeMap<>(answers).entrySet()) {
                try {
                    sizes.put(
                            answer.getKey(),
                            answer.getValue().get().partitions().size());
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
            return new TopicSizes(sizes.getOrDefault(topics.indicators(), 0), sizes.getOrDefault(topics.policies(), 0));
        } catch (InterruptedException e) {
            throw failures.connecting(new InterruptException(e));
        } catch (KafkaException e) {
            throw failures.connecting(e);
        }
    }
}
