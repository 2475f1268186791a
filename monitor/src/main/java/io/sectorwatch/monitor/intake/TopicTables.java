package io.sectorwatch.monitor.intake;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Puts records of a topic into tables: gathers them first, and writes them when a batch is full. */
interface TopicTables {
    /** Takes a record; returns its knowledge time, or the least number where it has none. */
    long take(ConsumerRecord<byte[], byte[]> record);

    /** What was taken since the last time, to be written by whoever writes, while more is taken. */
    Writing handOver();

    /** Rows on their way into a database. */
    interface Writing {
        /** Writes them, within a transaction of the caller. */
        void into(Connection connection) throws SQLException;
    }
}
