package io.sectorwatch.monitor.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A database of a monitor, SQLite or PostgreSQL, with the tables of this version. */
public final class Database implements AutoCloseable {
    private static final int READERS = 4;
    private static final long PATIENCE_MS = 10_000;

    private final String name;
    private final String id;
    private final Dialect dialect;
    private final FileHold hold;
    private final HikariDataSource readers;
    private final HikariDataSource writer;
    private final Jdbi jdbi;

    private Database(
            String name, String id, Dialect dialect, FileHold hold, HikariDataSource readers, HikariDataSource writer) {
        this.name = name;
        this.id = id;
        this.dialect = dialect;
        this.hold = hold;
        this.readers = readers;
        this.writer = writer;
        this.jdbi = Jdbi.create(readers);
    }

    /** The file that a monitor keeps where nothing else is said. */
    public static String file(Path path) {
        return "jdbc:sqlite:" + path;
    }

    /**
     * Opens it, and makes or changes its tables where it is new or of an earlier version.
     *
     * @throws DatabaseException if it is away, or of a later version
     */
    public static Database open(String url) {
        Dialect dialect = Dialect.of(url);
        String name = nameOf(url);
        HikariDataSource writer = null;
        FileHold hold = dialect == Dialect.SQLITE ? FileHold.of(name) : FileHold.NOTHING;
        try {
            writer = pool(dialect, url, 1);
            String id;
            try (Connection connection = writer.getConnection()) {
                id = Migrations.run(connection, dialect, name);
            }
            return new Database(name, id, dialect, hold, pool(dialect, url, READERS), writer);
        } catch (PoolInitializationException | SQLException e) {
            close(writer);
            hold.close();
            throw new DatabaseException("the database " + name + " cannot be used: " + reason(e), e);
        } catch (DatabaseException e) {
            close(writer);
            hold.close();
            throw e;
        }
    }

    /** Removes a file that a monitor has kept; it must be closed. */
    public static void remove(String url) {
        String file = nameOf(url);
        for (String part : List.of("", "-wal", "-shm")) {
            try {
                Files.deleteIfExists(Path.of(file + part));
            } catch (IOException e) {
                throw new DatabaseException("the database " + file + " cannot be removed: " + e.getMessage(), e);
            }
        }
    }

    /** What it is called to people: its address without user and password. */
    public String name() {
        return name;
    }

    /** What tells it from every other one, however it is reached. */
    public String id() {
        return id;
    }

    /** Whether several monitors may write to it. */
    public boolean isShared() {
        return dialect == Dialect.POSTGRESQL;
    }

    /** A connection to write with; there is only one at a time. */
    public Connection writer() throws SQLException {
        return writer.getConnection();
    }

    /** Puts away what much writing has left behind, so that the next start is quick; outside of a transaction. */
    public void tidy(Connection connection) throws SQLException {
        dialect.tidy(connection);
    }

    /** What reads it. */
    public Jdbi reading() {
        return jdbi;
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
        hold.close();
    }

    private static HikariDataSource pool(Dialect dialect, String url, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MS);
        config.setPoolName(size == 1 ? "monitor-writer" : "monitor-readers");
        dialect.configure(config, size == 1);
        return new HikariDataSource(config);
    }

    private static String nameOf(String url) {
        String withoutQuery = url.replaceFirst("[?].*", "");
        return withoutQuery.replaceFirst("^jdbc:(sqlite:)?", "").replaceFirst("//[^/@]*@", "//");
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason is given");
    }

    private static void close(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }
}
