package io.sectorwatch.monitor.database;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Where the two databases differ: how they are spoken to, and the few words that only one of them knows. */
enum Dialect {
    SQLITE("TEXT", "BEGIN IMMEDIATE") {
        // What is in the log beside the file is gone through at every start.
        @Override
        void tidy(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }

        @Override
        void configure(HikariConfig config, boolean writes) {
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "NORMAL");
            config.addDataSourceProperty("busy_timeout", "10000");
            // Ids come in no order, so that each commit touches pages everywhere. The memory is taken as it is needed.
            config.addDataSourceProperty("cache_size", writes ? "-131072" : "-4096");
        }
    },
    POSTGRESQL("TEXT COLLATE \"C\"", "BEGIN; SELECT pg_advisory_xact_lock(7305809)") {
        // It does so by itself.
        @Override
        void tidy(Connection connection) {}

        @Override
        void configure(HikariConfig config, boolean writes) {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            config.addDataSourceProperty("ApplicationName", "sectorwatch-monitor");
        }
    };

    private final String text;
    private final String beginAlone;

    Dialect(String text, String beginAlone) {
        this.text = text;
        this.beginAlone = beginAlone;
    }

    static Dialect of(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return SQLITE;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new DatabaseException(
                "'" + url + "' is no database for a monitor: jdbc:postgresql://HOST/NAME, or jdbc:sqlite:FILE");
    }

    abstract void configure(HikariConfig config, boolean writes);

    /** Puts away what much writing has left behind; outside of a transaction. */
    abstract void tidy(Connection connection) throws SQLException;

    /** SQL with its placeholders replaced. */
    String spoken(String sql) {
        return sql.replace("{text}", text);
    }

    /** Begins a transaction beside which no other one of this kind runs. */
    String beginAlone() {
        return beginAlone;
    }
}
