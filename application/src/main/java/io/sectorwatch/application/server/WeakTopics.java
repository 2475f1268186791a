package io.sectorwatch.application.server;

import io.sectorwatch.schemas.topic.Replication;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** Finds topics that are kept by fewer brokers than they must be; changes nothing. */
public final class WeakTopics {
    private final Admin admin;

    public WeakTopics(Admin admin) {
        this.admin = admin;
    }

    /**
     * What is weaker than it must be, in one line for a person each; topics that are not there are left out.
     *
     * @param wanted null for what the number of brokers asks for
     */
    public List<String> find(Collection<String> topics, @Nullable Replication wanted) {
        try {
            Replication must = wanted == null ? wanted(admin) : wanted;
            Set<String> there = new TreeSet<>(topics);
            there.retainAll(admin.listTopics().names().get());
            List<String> lines = new ArrayList<>();
            replicas(there, must).forEach((factor, names) -> lines.add(kept(factor, must, names)));
            leastInSync(there, must).forEach((least, names) -> lines.add(counted(least, must, names)));
            return lines;
        } catch (ExecutionException e) {
            throw new ServerException(
                    "how the topics are kept cannot be found out: "
                            + (e.getCause() == null ? e : e.getCause()).getMessage(),
                    e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    /** What the brokers that are there ask for. */
    public static Replication wanted(Admin admin) throws ExecutionException, InterruptedException {
        return Replication.among(admin.describeCluster().nodes().get().size());
    }

    private Map<Integer, Set<String>> replicas(Set<String> topics, Replication must)
            throws ExecutionException, InterruptedException {
        Map<Integer, Set<String>> fewer = new TreeMap<>();
        for (TopicDescription topic :
                admin.describeTopics(topics).allTopicNames().get().values()) {
            int factor = topic.partitions().stream()
                    .mapToInt(partition -> partition.replicas().size())
                    .min()
                    .orElse(must.factor());
            if (factor < must.factor()) {
                fewer.computeIfAbsent(factor, none -> new TreeSet<>()).add(topic.name());
            }
        }
        return fewer;
    }

    private Map<Integer, Set<String>> leastInSync(Set<String> topics, Replication must)
            throws ExecutionException, InterruptedException {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<Integer, Set<String>> fewer = new TreeMap<>();
        for (Map.Entry<ConfigResource, Config> topic :
                admin.describeConfigs(resources).all().get().entrySet()) {
            ConfigEntry entry = topic.getValue().get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
            int least = entry == null ? must.leastInSync() : Integer.parseInt(entry.value());
            if (least < must.leastInSync()) {
                fewer.computeIfAbsent(least, none -> new TreeSet<>())
                        .add(topic.getKey().name());
            }
        }
        return fewer;
    }

    private static String kept(int factor, Replication must, Set<String> names) {
        return "replication factor " + factor + ", expected " + must.factor()
                + " (kafka-reassign-partitions.sh raises it): " + String.join(", ", names);
    }

    private static String counted(int least, Replication must, Set<String> names) {
        return "min.insync.replicas=" + least + ", expected " + must.leastInSync() + " (kafka-configs.sh raises it): "
                + String.join(", ", names);
    }
}
