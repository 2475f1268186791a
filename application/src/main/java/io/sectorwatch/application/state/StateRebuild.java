package io.sectorwatch.application.state;

import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.ingest.publish.RecordSender;
import io.sectorwatch.processor.topology.TaskState;
import io.sectorwatch.processor.topology.TaskState.Understood;
import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a processor begins with all it has decided. Where that is lost, it is decided again from the topics up to
 * where the processor had come; what follows was told then, and is told to nobody now.
 */
public final class StateRebuild {
    private final Server server;
    private final Topics topics;
    private final String applicationId;

    /** Of the processor with an application id. */
    public StateRebuild(Server server, Topics topics, String applicationId) {
        this.server = server;
        this.topics = topics;
        this.applicationId = applicationId;
    }

    /** Throws ServerException where what was kept is lost. */
    public void requireNotNeeded() {
        try (Admin admin = server.admin()) {
            KeptState.look(admin, topics, applicationId).require(server);
        }
    }

    /**
     * Makes again what is lost, all of it or nothing. No instance of the processor may run.
     *
     * @return of how many tasks something was lost
     */
    public int run() {
        try (Admin admin = server.admin()) {
            KeptState kept = KeptState.look(admin, topics, applicationId);
            if (kept.lost().isEmpty()) {
                return 0;
            }
            requireNobodyAtWork(admin);
            int partitions =
                    new Offsets(admin).partitions(List.of(topics.indicators())).size();
            if (!kept.isThere()) {
                create(admin, kept.changelog(), partitions);
            }
            write(kept, partitions);
            return kept.lost().size();
        }
    }

    private void requireNobodyAtWork(Admin admin) {
        try {
            boolean empty = admin.describeConsumerGroups(List.of(applicationId)).all().get().values().stream()
                    .allMatch(group -> group.members().isEmpty());
            if (!empty) {
                throw new ServerException("the state cannot be made again while a processor runs at " + server.address()
                        + ": stop all of them (one that was killed counts for a minute)");
            }
        } catch (ExecutionException e) {
            throw new ServerException("the server does not say who processes: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    private static void create(Admin admin, String changelog, int partitions) {
        NewTopic topic = new NewTopic(changelog, Optional.of(partitions), Optional.empty());
        topic.configs(Map.of(
                "cleanup.policy",
                "compact",
                "message.timestamp.type",
                "CreateTime",
                "segment.ms",
                Long.toString(Long.MAX_VALUE)));
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            throw new ServerException("the topic " + changelog + " cannot be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    private void write(KeptState kept, int partitions) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("transactional.id", applicationId + "-rebuild-state");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            RecordSender sender = new RecordSender(producer);
            for (int task : kept.lost()) {
                decided(kept, task, partitions)
                        .entries((key, value) ->
                                sender.send(new ProducerRecord<>(kept.changelog(), task, 0L, key, value)));
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw new ServerException("the state cannot be written again, and none of it was: " + e.getMessage(), e);
        }
    }

    private TaskState decided(KeptState kept, int task, int partitions) {
        TaskState state = new TaskState(topics, partitions);
        List<UnderstoodRecords> sources = new ArrayList<>();
        try {
            for (String topic : TaskState.topics(topics)) {
                TopicPartition partition = new TopicPartition(topic, task);
                long end = kept.committed().getOrDefault(partition, 0L);
                if (end > 0) {
                    sources.add(new UnderstoodRecords(server, partition, end, state));
                }
            }
            for (UnderstoodRecords next = earliest(sources); next != null; next = earliest(sources)) {
                state.take(next.take());
            }
            return state;
        } finally {
            sources.forEach(UnderstoodRecords::close);
        }
    }

    private static @Nullable UnderstoodRecords earliest(List<UnderstoodRecords> sources) {
        return sources.stream()
                .filter(source -> source.head() != null)
                .min(Comparator.comparingLong(source -> {
                    Understood head = source.head();
                    return head == null ? Long.MAX_VALUE : head.time();
                }))
                .orElse(null);
    }
}
