package io.sectorwatch.deliver.delivery;

import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.deliver.config.ConfiguredTarget;
import io.sectorwatch.deliver.config.Targets;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Takes all that has been decided so far for told, as it was where an installation comes from. */
public final class SkippedAlerts {
    /**
     * Puts every target of a file behind it; throws ServerException, also where somebody delivers to one of them.
     *
     * @return how many records each of them passes over
     */
    public static long skip(Server server, Topics topics, Targets targets) {
        server.requireAnswer();
        try (Admin admin = server.admin()) {
            Offsets offsets = new Offsets(admin);
            Map<TopicPartition, Long> ends = offsets.ends(offsets.partitions(List.of(topics.alerts())));
            if (ends.isEmpty()) {
                throw ServerException.noTopic(topics.alerts(), server);
            }
            for (ConfiguredTarget target : targets.all()) {
                skip(admin, TargetLane.group(topics, target.name()), ends);
            }
            return ends.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static void skip(Admin admin, String group, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> offsets = ends.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue())));
        try {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        } catch (ExecutionException e) {
            throw new ServerException(
                    "the group " + group + " cannot be put behind what was decided; does 'deliver' run? ("
                            + (e.getCause() == null ? e : e.getCause()).getMessage() + ")",
                    e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    private SkippedAlerts() {}
}
