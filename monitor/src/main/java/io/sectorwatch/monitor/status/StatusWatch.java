package io.sectorwatch.monitor.status;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.status.InstallationStatus;
import io.sectorwatch.application.status.StatusLook;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at how an installation stands, again and again, on a thread of its own. */
public final class StatusWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ANSWER_MS = "5000";

    private final Server server;
    private final Topics topics;
    private final Supplier<Map<String, Integer>> watched;
    private final Clock clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "monitor-status");
    private volatile StatusSeen seen = StatusSeen.nothing();

    /**
     * Of a server.
     *
     * @param watched how many series each rule in effect watches
     */
    public StatusWatch(Server server, Topics topics, Supplier<Map<String, Integer>> watched, Clock clock) {
        this.server = impatient(server);
        this.topics = topics;
        this.watched = watched;
        this.clock = clock;
    }

    /** Begins to look. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** What was last seen; never waits. */
    public StatusSeen seen() {
        return seen;
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        StatusLook look = null;
        do {
            try {
                look = look == null ? new StatusLook(server, topics) : look;
                InstallationStatus status = look.lookAtProcessor(PATIENCE);
                seen = StatusSeen.of(status, watched.get(), clock.instant());
            } catch (RuntimeException e) {
                if (closed.getCount() > 0) {
                    LOG.warn("how the installation stands cannot be seen: {}", e.getMessage(), e);
                    seen = seen.failing(String.valueOf(e.getMessage()), clock.instant());
                }
                close(look);
                look = null;
            }
        } while (!isClosedWithin(EVERY));
        close(look);
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static void close(@Nullable StatusLook look) {
        if (look != null) {
            look.close();
        }
    }

    // A consumer asks for a minute, by default, where the server is away.
    private static Server impatient(Server server) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("default.api.timeout.ms", ANSWER_MS);
        config.put("request.timeout.ms", ANSWER_MS);
        return new Server(server.address(), config);
    }
}
