package io.sectorwatch.application.topics;

import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.processor.topology.DecisionTopology;
import io.sectorwatch.schemas.topic.Replication;
import io.sectorwatch.schemas.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * Which topics an installation has.
 *
 * @param partitions of the topics of indicators, rules and alerts
 * @param sectors those with a topic of their own for their alerts
 */
public record TopicLayout(Topics topics, int partitions, List<String> sectors) {
    public TopicLayout {
        sectors = List.copyOf(sectors);
    }

    /** All topics, each as it must be. */
    public Collection<Topics.Spec> specs() {
        return topics.all(partitions, sectors);
    }

    /** What whoever creates and checks them must be let do. */
    public List<Right> rights() {
        return specs().stream()
                .map(Topics.Spec::name)
                .flatMap(name -> Stream.of(Right.toDescribe(name), Right.toDescribeConfigs(name), Right.toCreate(name)))
                .toList();
    }

    /** Creates what is missing, and says how the others differ from what they must be; throws ServerException. */
    public TopicSetup.Outcome create(Server server) {
        return create(server, null);
    }

    /** The same, with what is created kept in a way; null for what the number of brokers allows. */
    public TopicSetup.Outcome create(Server server, @Nullable Replication replication) {
        server.require(rights());
        try (Admin admin = server.admin()) {
            return new TopicSetup(admin, replication).apply(specs());
        }
    }

    /**
     * The names of all topics of an installation: these, and those that its processor makes for itself.
     *
     * @param applicationId of that processor
     */
    public Collection<String> withInternal(String applicationId) {
        return Stream.concat(
                        specs().stream().map(Topics.Spec::name),
                        DecisionTopology.internalTopics(applicationId).stream())
                .toList();
    }

    /** Creates what is missing; throws ServerException if one that is there is not as it must be. */
    public void require(Server server) {
        TopicSetup.Outcome outcome = create(server);
        if (!outcome.differences().isEmpty()) {
            throw new ServerException(String.join("; ", outcome.differences()));
        }
    }
}
