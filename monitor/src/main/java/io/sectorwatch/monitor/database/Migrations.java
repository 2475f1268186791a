package io.sectorwatch.monitor.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Brings the tables to the version of this software, step by step: {@code schema-1.sql} and so on. */
final class Migrations {
    /** Makes what is missing, once, however many do it at the same time; returns what tells this database from others. */
    static String run(Connection connection, Dialect dialect, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(dialect.beginAlone());
            try {
                statement.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
                int version = version(statement);
                int newest = newest();
                if (version > newest) {
                    throw new DatabaseException("the database " + name + " has tables of version " + version
                            + ", and this Sectorwatch knows up to " + newest
                            + ": use the newer Sectorwatch, or another database");
                }
                for (int next = version + 1; next <= newest; next++) {
                    for (String change : Sql.all("schema-" + next)) {
                        statement.execute(dialect.spoken(change));
                    }
                    statement.execute("INSERT INTO schema_version VALUES (" + next + ")");
                }
                String id = id(statement);
                statement.execute("COMMIT");
                return id;
            } catch (SQLException | RuntimeException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static String id(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE IF NOT EXISTS database_id (id VARCHAR(36) NOT NULL)");
        try (ResultSet row = statement.executeQuery("SELECT id FROM database_id")) {
            if (row.next()) {
                return row.getString(1);
            }
        }
        String id = UUID.randomUUID().toString();
        statement.execute("INSERT INTO database_id VALUES ('" + id + "')");
        return id;
    }

    private static int newest() {
        int newest = 0;
        while (Sql.exists("schema-" + (newest + 1))) {
            newest++;
        }
        return newest;
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM schema_version")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Migrations() {}
}
