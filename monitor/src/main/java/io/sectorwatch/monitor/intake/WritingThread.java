package io.sectorwatch.monitor.intake;

import io.sectorwatch.monitor.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what was read while more is read, piece by piece, and commits it. After a piece that could not be written nothing
 * more is: who finds out begins anew with another one. To be used by one thread.
 */
final class WritingThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WritingThread.class);
    private static final int MOST_PIECES = 3;
    private static final long PATIENCE_SECONDS = 5;

    private final Database database;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread writing = new Thread(task, "monitor-writing");
        writing.setDaemon(true);
        return writing;
    });
    private final Deque<Future<@Nullable Void>> pieces = new ArrayDeque<>();

    // Of the other thread.
    private @Nullable Connection transaction;
    private boolean broken;

    WritingThread(Database database) {
        this.database = database;
    }

    /** Has a piece written in the transaction that is open, or in a new one; throws what went wrong before. */
    void write(Collection<TopicTables.Writing> rows) throws SQLException {
        submit(rows, false);
    }

    /** Has the last of a transaction written, and the transaction committed. */
    void commit(TopicTables.Writing last) throws SQLException {
        submit(List.of(last, Connection::commit), true);
    }

    private void submit(Collection<TopicTables.Writing> rows, boolean ends) throws SQLException {
        while (pieces.size() >= MOST_PIECES) {
            awaitOne();
        }
        pieces.add(thread.submit(() -> {
            if (broken) {
                return null;
            }
            broken = true;
            Connection connection = open();
            for (TopicTables.Writing its : rows) {
                its.into(connection);
            }
            if (ends) {
                end();
            }
            broken = false;
            return null;
        }));
    }

    /** Has the database tidied up between two transactions. */
    void tidy() {
        pieces.add(thread.submit(() -> {
            if (!broken) {
                try (Connection connection = database.writer()) {
                    database.tidy(connection);
                }
            }
            return null;
        }));
    }

    /** Whether anything is not written yet. */
    boolean isBusy() {
        return !pieces.isEmpty();
    }

    /** Returns when all is written; throws what went wrong. */
    void await() throws SQLException {
        while (!pieces.isEmpty()) {
            awaitOne();
        }
    }

    private void awaitOne() throws SQLException {
        try {
            pieces.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException("what was read could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
    }

    private Connection open() throws SQLException {
        Connection its = transaction;
        if (its == null) {
            its = database.writer();
            transaction = its;
            its.setAutoCommit(false);
        }
        return its;
    }

    private void end() throws SQLException {
        Connection its = transaction;
        transaction = null;
        if (its != null) {
            try (its) {
                its.setAutoCommit(true);
            }
        }
    }

    // The rest of a transaction that is not committed is read again by whoever goes on.
    private void rollBack() {
        Connection its = transaction;
        if (its == null) {
            return;
        }
        try {
            try {
                its.rollback();
            } finally {
                end();
            }
        } catch (SQLException e) {
            LOG.debug("the last transaction could not be rolled back: {}", e.getMessage(), e);
        }
    }

    /** Returns when what was committed is written, and the rest forgotten; a database that does not answer is not waited for. */
    @Override
    public void close() {
        thread.execute(this::rollBack);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the database {} does not answer; what was being written is read again", database.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
