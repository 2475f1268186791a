package io.sectorwatch.monitor.intake;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts records of a topic into tables: gathers them first, and writes them when a batch is full. */
interface TopicTables {
    /** Takes a record; returns its knowledge time, or the least number where it has none. */
    long take(ConsumerRecord<byte[], byte[]> record);

    /** Writes what was taken, within a transaction of the caller. */
    void write(Connection connection) throws SQLException;

    /** Forgets what was taken: it is written, or to be taken again. */
    void clear();
}
