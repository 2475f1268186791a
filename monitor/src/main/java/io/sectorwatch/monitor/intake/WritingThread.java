package io.sectorwatch.monitor.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Writes what was read while more is read; never more than one piece at a time. Not thread-safe. */
final class WritingThread implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread writing = new Thread(task, "monitor-writing");
        writing.setDaemon(true);
        return writing;
    });
    private @Nullable Future<@Nullable Void> piece;

    /** Begins to write once what came before is written; throws what went wrong with that. */
    void write(Collection<TopicTables.Writing> rows, Connection connection) throws SQLException {
        await();
        piece = thread.submit(() -> {
            for (TopicTables.Writing its : rows) {
                its.into(connection);
            }
            return null;
        });
    }

    /** Returns when all is written; throws what went wrong. */
    void await() throws SQLException {
        Future<@Nullable Void> last = piece;
        piece = null;
        if (last == null) {
            return;
        }
        try {
            last.get();
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

    @Override
    public void close() {
        thread.shutdown();
    }
}
