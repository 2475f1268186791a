package io.sectorwatch.benchmark.cluster;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** Which instance decides what, by what the brokers say. */
final class Members implements AutoCloseable {
    private final Admin admin;
    private final Topics topics;
    private final String group;

    Members(Server server, Topics topics) {
        this.admin = server.admin();
        this.topics = topics;
        this.group = Installation.applicationId(topics);
    }

    /** The partitions of facts that an instance decides; none where that cannot be said now. */
    Set<Integer> partitions(int instance) {
        try {
            return ofConsumers(instance).collect(Collectors.toSet());
        } catch (ExecutionException e) {
            // The broker that knows it may be the one that was killed.
            return Set.of();
        } catch (InterruptedException e) {
            throw Waiting.interrupted(e);
        }
    }

    /** Returns when every instance decides something, and all together all of it. */
    void awaitAll(int partitions) {
        Waiting.until("every instance has a part of the " + partitions + " partitions", () -> {
            List<Set<Integer>> all = IntStream.rangeClosed(1, Instances.NUMBER)
                    .mapToObj(this::partitions)
                    .toList();
            return all.stream().noneMatch(Set::isEmpty)
                    && all.stream().mapToInt(Set::size).sum() == partitions;
        });
    }

    private Stream<Integer> ofConsumers(int instance) throws ExecutionException, InterruptedException {
        return admin
                .describeConsumerGroups(List.of(group))
                .describedGroups()
                .values()
                .iterator()
                .next()
                .get()
                .members()
                .stream()
                .filter(member -> isOf(instance, member.clientId()))
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .filter(partition -> partition.topic().equals(topics.indicators()))
                .map(TopicPartition::partition);
    }

    private static boolean isOf(int instance, String clientId) {
        return clientId.startsWith(Instances.name(instance) + '-');
    }

    @Override
    public void close() {
        admin.close();
    }
}
