package io.sectorwatch.monitor.intake;

import io.sectorwatch.monitor.database.Database;
import io.sectorwatch.monitor.database.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** How far the database is in each partition, and of which topics. */
final class StoredOffsets {
    private final Database database;
    private final Map<String, TopicDescription> described;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    StoredOffsets(Database database, Map<String, TopicDescription> described) {
        this.database = database;
        this.described = described;
    }

    /** Reads those of some partitions; throws OtherInstallationException where the topics are not those that were read. */
    void read(Collection<TopicPartition> partitions) throws SQLException {
        try (Connection connection = database.writer()) {
            try (PreparedStatement statement = connection.prepareStatement(Sql.named("insert-offset"))) {
                for (TopicPartition partition : partitions) {
                    statement.setString(1, partition.topic());
                    statement.setInt(2, partition.partition());
                    statement.setString(3, idOf(partition.topic()));
                    statement.setLong(4, 0);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
            try (PreparedStatement statement = connection.prepareStatement(Sql.named("read-offsets"));
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String topic = row.getString("topic");
                    TopicPartition partition = new TopicPartition(topic, row.getInt("partition_no"));
                    if (partitions.contains(partition)) {
                        if (!row.getString("topic_id").equals(idOf(topic))) {
                            throw new OtherInstallationException(database.name(), topic + " was made anew since");
                        }
                        next.put(partition, row.getLong("next_offset"));
                    }
                }
            }
        }
    }

    long next(TopicPartition partition) {
        return next.getOrDefault(partition, 0L);
    }

    void moved(TopicPartition partition, long offset) {
        next.put(partition, offset);
    }

    private String idOf(String topic) {
        TopicDescription description = described.get(topic);
        return description == null ? "" : description.topicId().toString();
    }
}
