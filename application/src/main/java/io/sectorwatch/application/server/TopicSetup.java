package io.sectorwatch.application.server;

import io.sectorwatch.schemas.topic.Replication;
import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Creates the topics that are missing and says how those that are there differ from what they must be. */
public final class TopicSetup {
    private final Admin admin;
    private final @Nullable Replication replication;

    /** Creates what is kept as well as the number of brokers allows. */
    public TopicSetup(Admin admin) {
        this(admin, null);
    }

    /** Creates what is kept in a way; null for what the number of brokers allows. */
    public TopicSetup(Admin admin, @Nullable Replication replication) {
        this.admin = admin;
        this.replication = replication;
    }

    /**
     * What was found and done.
     *
     * @param created names of topics that were not there
     * @param differences one line for a person about each setting that is not as it must be
     */
    public record Outcome(List<String> created, List<String> differences) {}

    /** Creates and checks; existing topics are never changed. */
    public Outcome apply(Collection<Topics.Spec> specs) {
        return look(specs, true);
    }

    /** The same without creating anything: what would be. */
    public Outcome check(Collection<Topics.Spec> specs) {
        return look(specs, false);
    }

    private Outcome look(Collection<Topics.Spec> specs, boolean creates) {
        try {
            Set<String> there = admin.listTopics().names().get();
            List<Topics.Spec> missing =
                    specs.stream().filter(spec -> !there.contains(spec.name())).toList();
            if (creates) {
                create(missing);
            }
            List<Topics.Spec> existing =
                    specs.stream().filter(spec -> there.contains(spec.name())).toList();
            return new Outcome(missing.stream().map(Topics.Spec::name).toList(), differences(existing));
        } catch (ExecutionException e) {
            throw new ServerException(
                    "the topics cannot be created or checked: "
                            + (e.getCause() == null ? e : e.getCause()).getMessage(),
                    e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    private void create(List<Topics.Spec> specs) throws ExecutionException, InterruptedException {
        if (specs.isEmpty()) {
            return;
        }
        Replication kept = replication == null ? WeakTopics.wanted(admin) : replication;
        Map<String, KafkaFuture<Void>> creations = admin.createTopics(
                        specs.stream().map(spec -> topic(spec, kept)).toList())
                .values();
        for (KafkaFuture<Void> creation : creations.values()) {
            try {
                creation.get();
            } catch (ExecutionException e) {
                // Another instance that starts at the same time wants the same topics.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static NewTopic topic(Topics.Spec spec, Replication kept) {
        Map<String, String> configs = new TreeMap<>(spec.whereCreated());
        configs.putAll(kept.configs());
        return new NewTopic(spec.name(), spec.partitions(), (short) kept.factor()).configs(configs);
    }

    private List<String> differences(List<Topics.Spec> specs) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> topics = admin.describeTopics(
                        specs.stream().map(Topics.Spec::name).toList())
                .allTopicNames()
                .get();
        Map<ConfigResource, Config> configs = admin.describeConfigs(
                        specs.stream().map(TopicSetup::resource).toList())
                .all()
                .get();
        List<String> differences = new ArrayList<>();
        for (Topics.Spec spec : specs) {
            TopicDescription topic = topics.get(spec.name());
            if (topic != null && topic.partitions().size() != spec.partitions()) {
                differences.add("topic " + spec.name() + " has "
                        + topic.partitions().size() + " partitions, expected " + spec.partitions());
            }
            Config config = configs.get(resource(spec));
            new TreeMap<>(spec.configs()).forEach((name, expected) -> {
                ConfigEntry entry = config == null ? null : config.get(name);
                if (entry == null || !expected.equals(entry.value())) {
                    differences.add("topic " + spec.name() + " has " + name + "=" + (entry == null ? "" : entry.value())
                            + ", expected " + expected);
                }
            });
        }
        return differences;
    }

    private static ConfigResource resource(Topics.Spec spec) {
        return new ConfigResource(ConfigResource.Type.TOPIC, spec.name());
    }
}
