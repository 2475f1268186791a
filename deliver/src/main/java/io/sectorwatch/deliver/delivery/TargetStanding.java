package io.sectorwatch.deliver.delivery;

import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.deliver.config.ConfiguredTarget;
import io.sectorwatch.deliver.config.Targets;
import io.sectorwatch.deliver.parked.Parked;
import io.sectorwatch.deliver.parked.ParkedMessages;
import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How a target stands.
 *
 * @param isKnown whether it was ever told anything, or waited for
 * @param behind how many transitions it was not told of yet, its filter left aside
 * @param isCounted whether they were counted one by one; else there are so many or fewer
 * @param parked how many messages wait on the topic of what is not delivered
 */
public record TargetStanding(
        ConfiguredTarget target, boolean isKnown, long behind, boolean isCounted, TargetCounts counts, long parked) {
    /** More than these nobody would wait for. */
    private static final long MOST_COUNTED = 50_000;

    /** How all targets of a file stand; throws ServerException. */
    public static List<TargetStanding> all(Server server, Topics topics, Targets targets) {
        List<Right> rights =
                new ArrayList<>(List.of(Right.toRead(topics.undelivered()), Right.toRead(topics.alerts())));
        targets.all().forEach(target -> rights.add(Right.toSee(TargetLane.group(topics, target.name()))));
        server.require(rights);
        List<Parked> parked = new ParkedMessages(server, topics).all();
        try (Admin admin = server.admin();
                TopicReader alerts = new TopicReader(server, topics.alerts())) {
            List<TargetStanding> standings = new ArrayList<>();
            for (ConfiguredTarget target : targets.all()) {
                long own = parked.stream()
                        .filter(one -> one.target().equals(target.name()))
                        .count();
                standings.add(of(target, alerts, committed(admin, TargetLane.group(topics, target.name())), own));
            }
            return standings;
        }
    }

    private static TargetStanding of(
            ConfiguredTarget target,
            TopicReader alerts,
            Map<TopicPartition, OffsetAndMetadata> committed,
            long parked) {
        TargetCounts counts = TargetCounts.NONE;
        Map<TopicPartition, Long> ends = alerts.ends();
        Map<TopicPartition, Long> begun = new HashMap<>();
        long most = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            OffsetAndMetadata offset = committed.get(end.getKey());
            if (offset != null) {
                most += Math.max(0, end.getValue() - offset.offset());
                begun.put(end.getKey(), Math.min(end.getValue(), offset.offset()));
                counts = counts.plus(TargetCounts.of(offset.metadata()));
            }
        }
        boolean isCounted = most <= MOST_COUNTED;
        long behind = isCounted && most > 0 ? alerts.count(begun, ends) : most;
        return new TargetStanding(target, !committed.isEmpty(), behind, isCounted, counts, parked);
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group) {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            committed.put(partition, offset);
                        }
                    });
            return committed;
        } catch (ExecutionException e) {
            throw new ServerException("the server does not say how far " + group + " is: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }
}
