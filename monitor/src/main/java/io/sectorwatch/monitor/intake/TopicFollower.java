package io.sectorwatch.monitor.intake;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.monitor.database.Database;
import io.sectorwatch.monitor.database.DatabaseException;
import io.sectorwatch.schemas.topic.Topics;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows all topics into a database, through outages of either, until it is closed. */
public final class TopicFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Server server;
    private final Topics topics;
    private final Database database;
    private final boolean shared;
    private final @Nullable String instanceId;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "monitor-intake");
    private volatile FollowerState state = FollowerState.starting();

    /**
     * Reads what is not in the database yet.
     *
     * @param shared whether other monitors may read into it too: the partitions are divided among them then
     * @param instanceId names one of these that comes back after it was killed, so that nobody waits for its session to end;
     *     else null
     */
    public TopicFollower(Server server, Topics topics, Database database, boolean shared, @Nullable String instanceId) {
        this.server = server;
        this.topics = topics;
        this.database = database;
        this.shared = shared;
        this.instanceId = instanceId;
    }

    /** Whether a database is of these topics, or empty. */
    public static boolean fits(Server server, Topics topics, Database database) {
        try {
            new TopicReading(server, topics, database, false, null).close();
            return true;
        } catch (OtherInstallationException e) {
            return false;
        } catch (SQLException e) {
            throw new DatabaseException("the database " + database.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Is told, on the thread that reads, whenever something has been committed to the database. */
    public void onCommitted(Runnable listener) {
        listeners.add(listener);
    }

    /** Begins to read. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** How far it is. */
    public FollowerState state() {
        return state;
    }

    /** Fails where it cannot go on: the database is that of another installation. */
    public CompletableFuture<Void> end() {
        return end;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!isClosed()) {
            FollowerState before = state;
            try (TopicReading reading = new TopicReading(server, topics, database, shared, instanceId)) {
                while (!isClosed()) {
                    boolean committed = reading.step();
                    state = state.reading(reading.lag(), reading.answeredAt());
                    if (committed) {
                        pause = FIRST_PAUSE;
                        listeners.forEach(Runnable::run);
                    }
                }
            } catch (OtherInstallationException e) {
                state = state.failing(String.valueOf(e.getMessage()), Instant.now());
                end.completeExceptionally(new DatabaseException(String.valueOf(e.getMessage()), e));
                return;
            } catch (KafkaException | ServerException | SQLException e) {
                if (isClosed()) {
                    break;
                }
                state = before.failing(String.valueOf(e.getMessage()), Instant.now());
                LOG.warn("the monitor cannot read or write, and tries again: {}", e.getMessage(), e);
                pause = pause(pause);
            } catch (RuntimeException | Error e) {
                state = before.failing(String.valueOf(e), Instant.now());
                end.completeExceptionally(e);
                return;
            }
        }
        end.complete(null);
    }

    private Duration pause(Duration pause) {
        try {
            closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}
