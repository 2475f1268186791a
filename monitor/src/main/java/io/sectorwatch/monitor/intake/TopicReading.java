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
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
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
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(8);
    private static final int RECORDS_IN_MEMORY = 10_000;
    private static final int RECORDS_AT_ONCE = 500_000;
    private static final long MOST_UNTIDIED = 100_000;
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
    private final WritingThread writing;
    private Instant answeredAt;
    private long untidied;
    private boolean closed;

    /** How far a batch comes in a partition. */
    private static final class Progress {
        private long next;
        private long knownAt = Long.MIN_VALUE;
    }

    /** How far a partition is committed, from where, and up to which knowledge time. */
    private record Move(TopicPartition partition, long from, long to, long knownAt) {}

    TopicReading(Server server, Topics topics, Database database, boolean shared, @Nullable String instanceId)
            throws SQLException {
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
        writing = new WritingThread(database);
        consumer = new KafkaConsumer<>(
                config(server, topics, shared ? database.id() : null, instanceId),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        answeredAt = Instant.now();
        try {
            begin(names, shared);
        } catch (SQLException | RuntimeException e) {
            // Whoever tries again has one of its own.
            close();
            throw e;
        }
    }

    private void begin(List<String> names, boolean shared) throws SQLException {
        if (shared) {
            consumer.subscribe(names, new FromTheDatabase());
            return;
        }
        List<TopicPartition> all = new ArrayList<>();
        names.forEach(name -> all.addAll(topicPartitions(name)));
        consumer.assign(all);
        seek(all);
        placed = true;
    }

    /** Reads what has come, and has it committed; returns whether anything was, or is about to be. */
    boolean step() throws SQLException {
        ConsumerRecords<byte[], byte[]> records = poll(STEP);
        if (!records.isEmpty()) {
            commit(records);
            answeredAt = Instant.now();
            return true;
        }
        if (writing.isBusy()) {
            writing.await();
            return true;
        }
        if (Instant.now().isAfter(answeredAt.plus(PATIENCE))) {
            requireAnswers();
            answeredAt = Instant.now();
        }
        return false;
    }

    // What is far behind is committed seldom: each commit writes most pages of an index anew. Where little comes at a
    // time it is not waited for long.
    private void commit(ConsumerRecords<byte[], byte[]> first) throws SQLException {
        ConsumerRecords<byte[], byte[]> records = first;
        int taken = 0;
        int kept = 0;
        long until = System.nanoTime() + LONGEST_TRANSACTION.toNanos();
        while (!records.isEmpty()) {
            records.forEach(this::take);
            taken += records.count();
            kept += records.count();
            if (kept >= RECORDS_IN_MEMORY) {
                writing.write(gathered());
                kept = 0;
            }
            records = taken >= RECORDS_AT_ONCE || System.nanoTime() > until
                    ? ConsumerRecords.empty()
                    : poll(lag() == 0 ? Duration.ZERO : SOON);
        }
        commitTaken();
        untidied += taken;
        // Of a backlog more is read meanwhile; whatever is told to others must be there.
        if (lag() < RECORDS_AT_ONCE) {
            if (untidied > MOST_UNTIDIED && lag() < RECORDS_IN_MEMORY) {
                writing.tidy();
                untidied = 0;
            }
            writing.await();
        }
    }

    private void commitTaken() throws SQLException {
        writing.write(gathered());
        List<Move> moves = new ArrayList<>();
        progress.forEach((partition, its) -> {
            moves.add(new Move(partition, offsets.next(partition), its.next, its.knownAt));
            offsets.moved(partition, its.next);
        });
        progress.clear();
        writing.commit(connection -> move(moves, connection));
    }

    private List<TopicTables.Writing> gathered() {
        List<TopicTables.Writing> rows = new ArrayList<>();
        for (TopicTables topic : new LinkedHashSet<>(tables.values())) {
            rows.add(topic.handOver());
        }
        return rows;
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
        closed = true;
        writing.close();
        // Who goes of its own accord leaves the work to the others at once, with an instance id too.
        consumer.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
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

    // Of two that have read the same, the one that moves the offset first has written it; the other one finds it moved.
    private static void move(List<Move> moves, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Sql.named("move-offset"))) {
            for (Move moved : moves) {
                String knownAt =
                        moved.knownAt() == Long.MIN_VALUE ? null : Times.text(Instant.ofEpochMilli(moved.knownAt()));
                statement.setLong(1, moved.to());
                statement.setString(2, knownAt);
                statement.setString(3, knownAt);
                statement.setString(4, moved.partition().topic());
                statement.setInt(5, moved.partition().partition());
                statement.setLong(6, moved.from());
                if (statement.executeUpdate() == 0) {
                    throw new SQLException("another monitor has read on in " + moved.partition());
                }
            }
        }
    }

    private void seek(Collection<TopicPartition> partitions) throws SQLException {
        offsets.read(partitions);
        List<TopicPartition> unread = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            long next = offsets.next(partition);
            if (next == 0) {
                unread.add(partition);
            } else {
                consumer.seek(partition, next);
            }
        }
        // Of no partition it would mean of all. Asking for the beginnings would do it too, but the consumer takes what
        // it is
        // told then for the ends, and says that nothing is left to read.
        if (!unread.isEmpty()) {
            consumer.seekToBeginning(unread);
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

    private static Map<String, Object> config(
            Server server, Topics topics, @Nullable String sharedBy, @Nullable String instanceId) {
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
            if (instanceId != null) {
                config.put("group.instance.id", instanceId);
            }
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
            settle();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            settle();
            try {
                seek(partitions);
                placed = true;
            } catch (SQLException e) {
                throw new ServerException("the offsets cannot be read from the database: " + e.getMessage(), e);
            }
        }

        // What was taken is committed before others read on, if nobody else has done so by then.
        private void settle() {
            if (closed) {
                return;
            }
            try {
                if (!progress.isEmpty()) {
                    commitTaken();
                }
                writing.await();
            } catch (SQLException e) {
                throw new ServerException("what was read cannot be written to the database: " + e.getMessage(), e);
            }
        }
    }
}
