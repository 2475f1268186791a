package io.sectorwatch.application.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.ingest.watch.Memory;
import io.sectorwatch.schemas.event.ContentId;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Where is remembered what was read: in one file for each pair of topics and each way of reading. What a topic that was
 * deleted held is not known any more, and what was read with another mapping is not read.
 */
public record MemoryFiles(Path directory) {
    Memory of(Server server, Topics topics, String said) {
        Path file = directory.resolve(
                ContentId.of(topicIds(server, topics).getBytes(UTF_8), said.getBytes(UTF_8)) + ".json");
        try {
            return Memory.in(file);
        } catch (IOException e) {
            throw new ServerException("what was read before stands in " + file + ", which cannot be read ("
                    + e.getMessage() + "): remove it, or name another directory with --state");
        }
    }

    private static String topicIds(Server server, Topics topics) {
        List<String> names = List.of(topics.indicators(), topics.policies());
        try (Admin admin = server.admin()) {
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .map(topic -> topic.name() + ' ' + topic.topicId())
                    .sorted()
                    .toList()
                    .toString();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new ServerException(
                        "Kafka at " + server.address() + " has not both topics " + String.join(" and ", names)
                                + ": create them first (sectorwatch topics)",
                        e);
            }
            throw new ServerException("the topics cannot be looked at: " + e.getCause(), e);
        } catch (KafkaException e) {
            throw new ServerException("the topics cannot be looked at: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }
}
