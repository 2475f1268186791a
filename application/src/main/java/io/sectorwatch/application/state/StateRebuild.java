package io.sectorwatch.application.state;

import io.sectorwatch.application.server.GroupMembers;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.application.server.WeakTopics;
import io.sectorwatch.ingest.publish.RecordSender;
import io.sectorwatch.processor.topology.TaskState;
import io.sectorwatch.processor.topology.TaskState.Understood;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Replication;
import io.sectorwatch.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sees to it that a processor begins with all it has decided. Where that is lost, it is decided again from the topics up to
 * where the processor had come; what follows was told then, and is told to nobody now. Which alerts are open is taken from what
 * was told.
 */
public final class StateRebuild {
    // The longest that a broker takes by default: what a large task keeps is written in one.
    private static final String TRANSACTION_TIMEOUT_MS = "900000";

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
            KeptState.look(server, admin, topics, applicationId).require(server);
        }
    }

    /**
     * Makes again what is lost, task by task. No instance of the processor may run.
     *
     * @return of how many tasks something was lost
     */
    public int run() {
        try (Admin admin = server.admin()) {
            KeptState kept = KeptState.look(server, admin, topics, applicationId);
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
        if (!GroupMembers.of(admin, applicationId).members().isEmpty()) {
            throw new ServerException("the state cannot be made again while a processor runs at " + server.address()
                    + ": stop all of them (one that was killed counts for a minute)");
        }
    }

    private static void create(Admin admin, String changelog, int partitions) {
        try {
            Replication kept = WeakTopics.wanted(admin);
            Map<String, String> configs = new HashMap<>(kept.configs());
            configs.put("cleanup.policy", "compact");
            configs.put("message.timestamp.type", "CreateTime");
            configs.put("segment.ms", Long.toString(Long.MAX_VALUE));
            NewTopic topic = new NewTopic(changelog, partitions, (short) kept.factor()).configs(configs);
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            throw new ServerException("the topic " + changelog + " cannot be created: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    private void write(KeptState kept, int partitions) {
        List<Transition> told = told();
        for (int task : kept.lost()) {
            TaskState state = decided(kept, task, partitions);
            told.stream()
                    .filter(transition -> Partitions.of(transition.series().indicator(), partitions) == task)
                    .forEach(state::told);
            write(kept.changelog(), task, state);
        }
    }

    /** Writes what a task keeps, all of it or nothing; what other tasks keep is another matter. */
    private void write(String changelog, int task, TaskState state) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("transactional.id", applicationId + "-rebuild-state-" + task);
        config.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS);
        config.put("max.request.size", Topics.LARGEST_DEAD_LETTER);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            RecordSender sender = new RecordSender(producer);
            state.entries((key, value) -> sender.send(new ProducerRecord<>(changelog, task, 0L, key, value)));
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw new ServerException(
                    "the state of partition " + task + " cannot be written again, and none of it was: "
                            + e.getMessage(),
                    e);
        }
    }

    /** All that subscribers were told, in its order: only that can be open, or over, for them. */
    private List<Transition> told() {
        TransitionCodec codec = new TransitionCodec();
        try (TopicReader reader = new TopicReader(server, topics.alerts())) {
            return reader.readToEnd().stream()
                    .map(record -> codec.read(record.value()))
                    .toList();
        }
    }

    private TaskState decided(KeptState kept, int task, int partitions) {
        TaskState state = new TaskState(topics, partitions);
        List<CommittedRecords> sources = new ArrayList<>();
        try {
            for (String topic : TaskState.topics(topics)) {
                TopicPartition partition = new TopicPartition(topic, task);
                long end = kept.committed().getOrDefault(partition, 0L);
                if (end > 0) {
                    sources.add(new CommittedRecords(server, partition, end));
                }
            }
            PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparingLong(head -> head.next.time()));
            sources.forEach(source -> advance(source, state, heads));
            for (Head head = heads.poll(); head != null; head = heads.poll()) {
                state.take(head.next);
                advance(head.source, state, heads);
            }
            return state;
        } finally {
            sources.forEach(CommittedRecords::close);
        }
    }

    private record Head(CommittedRecords source, Understood next) {}

    /** Goes on to the next record that the processor accepted. */
    private static void advance(CommittedRecords source, TaskState state, PriorityQueue<Head> heads) {
        while (source.head() != null) {
            Understood next = state.read(source.take());
            if (next != null) {
                heads.add(new Head(source, next));
                return;
            }
        }
    }
}
