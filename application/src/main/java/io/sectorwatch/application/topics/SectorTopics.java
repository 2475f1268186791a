package io.sectorwatch.application.topics;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.processor.topology.SubscribedSectors;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sectors with a topic of their own at a server, which is asked again and again until this is closed. */
public final class SectorTopics implements SubscribedSectors, AutoCloseable {
    /** Often enough that a new topic is fed within a minute. */
    public static final Duration SOON = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(SectorTopics.class);

    private final Topics topics;
    private final Admin admin;
    private final ScheduledExecutorService again = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "sector-topics");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Set<String> sectors;

    /**
     * Asks at once; throws ServerException without an answer.
     *
     * @param created sectors whose topics were just created, of which not every broker may have heard
     * @param interval how long to wait before asking again
     */
    public SectorTopics(Server server, Topics topics, Collection<String> created, Duration interval) {
        this.topics = topics;
        this.admin = server.admin();
        try {
            Set<String> first = new TreeSet<>(created);
            first.addAll(there());
            sectors = Set.copyOf(first);
        } catch (ExecutionException e) {
            admin.close();
            throw new ServerException("the topics cannot be listed at " + server.address() + ": " + reason(e), e);
        } catch (InterruptedException e) {
            admin.close();
            throw ServerException.interrupted(e);
        }
        var unused = again.scheduleWithFixedDelay(
                this::lookAgain, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean contains(String sector) {
        return sectors.contains(sector);
    }

    @Override
    public void close() {
        again.shutdownNow();
        admin.close(Duration.ZERO);
    }

    private void lookAgain() {
        try {
            sectors = there();
        } catch (ExecutionException e) {
            // Subscribers must not go silent because a server did not answer once.
            LOG.warn("The topics of the sectors cannot be listed, and stay as they were: {}", reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<String> there() throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().stream()
                .map(topics::sectorOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String reason(ExecutionException e) {
        return String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
    }
}
