package io.sectorwatch.deliver.delivery;

import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.deliver.config.Targets;
import io.sectorwatch.deliver.parked.Parking;
import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Tells all targets of a file of alerts, none waiting for another, until it is closed. */
public final class Delivery implements AutoCloseable {
    private final Parking parking;
    private final List<TargetLane> lanes;
    private final CompletableFuture<Void> end;

    private Delivery(Parking parking, List<TargetLane> lanes, CompletableFuture<Void> end) {
        this.parking = parking;
        this.lanes = lanes;
        this.end = end;
    }

    /**
     * Starts it; throws ServerException where a topic is missing.
     *
     * @param instanceId names one of several that comes back after it was killed, so that nobody waits for its session to end;
     *     else null
     */
    public static Delivery start(
            Server server,
            Topics topics,
            @Nullable String instanceId,
            Targets targets,
            RetrySchedule schedule,
            DeliveryMetrics metrics) {
        server.require(rights(topics, targets));
        requireTopics(server, List.of(topics.alerts(), topics.openAlerts(), topics.undelivered()));
        Parking parking = new Parking(server, topics);
        RuleTitles titles = new RuleTitles(server, topics);
        CompletableFuture<Void> end = new CompletableFuture<>();
        List<TargetLane> lanes = targets.all().stream()
                .map(target -> new TargetLane(
                        server, topics, instanceId, target, targets.page(), titles, parking, schedule, metrics, end))
                .toList();
        lanes.forEach(TargetLane::start);
        return new Delivery(parking, lanes, end);
    }

    private static List<Right> rights(Topics topics, Targets targets) {
        List<Right> rights = new ArrayList<>(List.of(
                Right.toRead(topics.alerts()),
                Right.toRead(topics.openAlerts()),
                Right.toRead(topics.rules()),
                Right.toWrite(topics.undelivered())));
        targets.all().forEach(target -> rights.add(Right.toJoin(TargetLane.group(topics, target.name()))));
        return rights;
    }

    private static void requireTopics(Server server, List<String> wanted) {
        try (Admin admin = server.admin()) {
            Offsets offsets = new Offsets(admin);
            for (String topic : wanted) {
                if (offsets.partitions(List.of(topic)).isEmpty()) {
                    throw ServerException.noTopic(topic, server);
                }
            }
        } catch (KafkaException e) {
            throw new ServerException("the topics at " + server.address() + " cannot be seen: " + e.getMessage(), e);
        }
    }

    /** Fails where one of the targets cannot be told any more. */
    public CompletableFuture<Void> end() {
        return end;
    }

    @Override
    public void close() {
        lanes.parallelStream().forEach(TargetLane::close);
        parking.close();
    }
}
