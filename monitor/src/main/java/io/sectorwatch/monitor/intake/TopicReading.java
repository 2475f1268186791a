package io.sectorwatch.monitor.intake;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.monitor.database.Database;
import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.processor.topology.Admission;
import io.sectorwatch.schemas.topic.Topics;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the topics from where the database is, for as long as nothing fails. Not thread-safe. */
final class TopicReading implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final int RECORDS_AT_ONCE = 10_000;
    private static final String SHARE = "monitor";

    private final Database database;
    private final String first;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, TopicDescription> described;
    private final Map<String, TopicTables> tables;
    private final StoredOffsets offsets;
    // A member of a group knows what is its own some time after it has joined; that may be nothing.
    private boolean placed;
    private final Map<TopicPartition, Progress> progress = new HashMap<>();
    private Instant answeredAt;

    /** How far a batch comes in a partition. */
    private static final class Progress {
        private long next;
        private long knownAt = Long.MIN_VALUE;
    }

    TopicReading(Server server, Topics topics, Database database, boolean shared) throws SQLException {
        this.database = database;
        this.first = topics.indicators();
        List<String> names = List.of(
                topics.indicators(),
                topics.policies(),
                topics.rules(),
                topics.alerts(),
                topics.scorecards(),
                topics.deadLetters());
        described = describe(server, names);
        int partitions = topicPartitions(topics.indicators()).size();
        FactTables facts = new FactTables(new Admission(topics, partitions));
        tables = Map.of(
                topics.indicators(), facts,
                topics.policies(), facts,
                topics.rules(), new RuleRecords(new Admission(topics, partitions)),
                topics.alerts(), new TransitionTables(),
                topics.scorecards(), new CardRows(),
                topics.deadLetters(), new LetterRows());
        offsets = new StoredOffsets(database, described);
        consumer = new KafkaConsumer<>(
                config(server, topics, shared ? database.id() : null),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        if (shared) {
            consumer.subscribe(names, new FromTheDatabase());
        } else {
            List<TopicPartition> all = new ArrayList<>();
            names.forEach(name -> all.addAll(topicPartitions(name)));
            consumer.assign(all);
            seek(all);
            placed = true;
        }
        answeredAt = Instant.now();
    }

    /** Reads what has come, and commits it; returns whether there was anything. */
    boolean step() throws SQLException {
        int taken = 0;
        boolean more = true;
        while (more && taken < RECORDS_AT_ONCE) {
            ConsumerRecords<byte[], byte[]> records = poll(taken == 0 ? STEP : Duration.ZERO);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                take(record);
            }
            taken += records.count();
            more = !records.isEmpty();
        }
        if (taken > 0) {
            commit();
            answeredAt = Instant.now();
        } else if (Instant.now().isAfter(answeredAt.plus(PATIENCE))) {
            requireAnswers();
            answeredAt = Instant.now();
        }
        return taken > 0;
    }

    /** When the server and the database were last known to answer. */
    Instant answeredAt() {
        return answeredAt;
    }

    /** How many records are still to be read; -1 as long as the server has not said where each partition ends. */
    long lag() {
        if (!placed) {
            return -1;
        }
        long lag = 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong its = consumer.currentLag(partition);
            if (its.isEmpty()) {
                return -1;
            }
            lag += Math.max(0, its.getAsLong());
        }
        return lag;
    }

    // A consumer whose server is away says nothing, as does one whose topics do not grow.
    private void requireAnswers() throws SQLException {
        consumer.endOffsets(topicPartitions(first), PATIENCE);
        try (Connection connection = database.writer()) {
            if (!connection.isValid((int) PATIENCE.toSeconds())) {
                throw new SQLException("the database " + database.name() + " does not answer");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private ConsumerRecords<byte[], byte[]> poll(Duration wait) {
        try {
            return consumer.poll(wait);
        } catch (OffsetOutOfRangeException e) {
            throw new OtherInstallationException(
                    database.name(), "it has read further than they go: " + e.getMessage());
        } catch (KafkaException e) {
            // What fails while partitions are handed out comes wrapped.
            throw e.getCause() instanceof OtherInstallationException other ? other : e;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        long knownAt = tablesOf(record.topic()).take(record);
        Progress its = progress.computeIfAbsent(
                new TopicPartition(record.topic(), record.partition()), none -> new Progress());
        its.next = record.offset() + 1;
        its.knownAt = Math.max(its.knownAt, knownAt);
    }

    private void commit() throws SQLException {
        try (Connection connection = database.writer()) {
            connection.setAutoCommit(false);
            try {
                // Who moves the offset first is the one that writes; another one waits here, and then finds it moved.
                moveOffsets(connection);
                for (TopicTables topic : List.copyOf(new LinkedHashSet<>(tables.values()))) {
                    topic.write(connection);
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        progress.forEach((partition, its) -> offsets.moved(partition, its.next));
        progress.clear();
        tables.values().forEach(TopicTables::clear);
    }

    private void moveOffsets(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Sql.named("move-offset"))) {
            for (Map.Entry<TopicPartition, Progress> moved : progress.entrySet()) {
                TopicPartition partition = moved.getKey();
                Progress its = moved.getValue();
                String knownAt = its.knownAt == Long.MIN_VALUE ? null : Times.text(Instant.ofEpochMilli(its.knownAt));
                statement.setLong(1, its.next);
                statement.setString(2, knownAt);
                statement.setString(3, knownAt);
                statement.setString(4, partition.topic());
                statement.setInt(5, partition.partition());
                statement.setLong(6, offsets.next(partition));
                if (statement.executeUpdate() == 0) {
                    throw new SQLException("another monitor has read on in " + partition);
                }
            }
        }
    }

    private void seek(Collection<TopicPartition> partitions) throws SQLException {
        offsets.read(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            consumer.seek(
                    partition,
                    Math.max(
                            offsets.next(partition),
                            offsets.next(partition) == 0 ? beginnings.getOrDefault(partition, 0L) : 0));
        }
    }

    private TopicTables tablesOf(String topic) {
        TopicTables its = tables.get(topic);
        if (its == null) {
            throw new IllegalStateException("a record of " + topic + ", which was not asked for");
        }
        return its;
    }

    private List<TopicPartition> topicPartitions(String topic) {
        TopicDescription description = described.get(topic);
        return description == null
                ? List.of()
                : description.partitions().stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
    }

    private static Map<String, Object> config(Server server, Topics topics, @Nullable String sharedBy) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", "false");
        config.put("allow.auto.create.topics", "false");
        config.put("auto.offset.reset", "none");
        config.put("max.poll.records", "2000");
        config.put("fetch.max.bytes", "8388608");
        config.put("client.id", topics.prefix() + SHARE);
        if (sharedBy != null) {
            // Those of another database read all of it for themselves.
            config.put("group.id", topics.prefix() + SHARE + '-' + sharedBy);
            config.put("session.timeout.ms", "10000");
            config.put("heartbeat.interval.ms", "2000");
        }
        return config;
    }

    private static Map<String, TopicDescription> describe(Server server, List<String> names) {
        try (Admin admin = server.admin()) {
            return admin.describeTopics(names).allTopicNames().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw ServerException.noTopic(names.get(0), server);
            }
            throw new ServerException(
                    "the topics at " + server.address() + " cannot be looked at: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    private final class FromTheDatabase implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // What was taken and not written yet is written if nobody else has done so by then.
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            try {
                seek(partitions);
                placed = true;
            } catch (SQLException e) {
                throw new ServerException("the offsets cannot be read from the database: " + e.getMessage(), e);
            }
        }
    }
}
