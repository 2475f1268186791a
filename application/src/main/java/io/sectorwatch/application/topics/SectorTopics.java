package io.sectorwatch.application.topics;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.processor.topology.SubscribedSectors;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
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
    private final Server server;
    private final Set<String> missedLast = new TreeSet<>();
    private volatile Map<String, Uuid> begunWith = Map.of();
    private volatile Consumer<ServerException> gone = missing -> {};
    private volatile Set<String> sectors;

    /**
     * Asks at once; throws ServerException without an answer.
     *
     * @param created sectors whose topics were just created, of which not every broker may have heard
     * @param interval how long to wait before asking again
     */
    public SectorTopics(Server server, Topics topics, Collection<String> created, Duration interval) {
        this.server = server;
        this.topics = topics;
        this.admin = server.admin();
        try {
            Set<String> first = new TreeSet<>(created);
            first.addAll(sectors(ids().keySet()));
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

    /**
     * Throws ServerException if one of the topics that every processor needs is not there, and tells later if one goes: what
     * is to be written to it would only be missed when there is something to write. One that is made anew in between, by a
     * broker that does so for whoever writes, is another one, without what was in it and perhaps with other settings.
     */
    public void requireAll(Consumer<ServerException> whenOneGoes) {
        try {
            Map<String, Uuid> ids = ids();
            for (String name : missing(ids.keySet())) {
                throw ServerException.noTopic(name, server);
            }
            begunWith = ids;
        } catch (ExecutionException e) {
            throw new ServerException("the topics cannot be listed at " + server.address() + ": " + reason(e), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
        gone = whenOneGoes;
    }

    /** Which of the topics that every processor needs are not there, for people; empty where all are, or nobody answers. */
    public String missingNow() {
        try {
            Set<String> missing = missing(ids().keySet());
            return missing.isEmpty() ? "" : "; there is no topic " + String.join(", ", missing);
        } catch (ExecutionException e) {
            LOG.warn("The topics cannot be listed: {}", reason(e));
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private Map<String, Uuid> ids() throws ExecutionException, InterruptedException {
        return admin.listTopics().listings().get().stream()
                .collect(Collectors.toUnmodifiableMap(TopicListing::name, TopicListing::topicId));
    }

    private Stream<String> needed() {
        return topics.all(1, List.of()).stream()
                .map(Topics.Spec::name)
                // No processor needs it, and an installation may be older than it is.
                .filter(name -> !name.equals(topics.undelivered()));
    }

    private Set<String> missing(Set<String> names) {
        return needed().filter(name -> !names.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        again.shutdownNow();
        admin.close(Duration.ZERO);
    }

    private void lookAgain() {
        try {
            Map<String, Uuid> ids = ids();
            sectors = sectors(ids.keySet());
            tellOfMissing(ids.keySet());
            tellOfMadeAnew(ids);
        } catch (ExecutionException e) {
            // Subscribers must not go silent because a server did not answer once.
            LOG.warn("The topics of the sectors cannot be listed, and stay as they were: {}", reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Twice in a row: one of several brokers may not have heard of a topic yet.
    private void tellOfMissing(Set<String> names) {
        Set<String> missing = missing(names);
        for (String name : missing) {
            if (missedLast.contains(name)) {
                gone.accept(ServerException.noTopic(name, server));
            }
        }
        missedLast.clear();
        missedLast.addAll(missing);
    }

    private void tellOfMadeAnew(Map<String, Uuid> ids) {
        Map<String, Uuid> first = begunWith;
        needed().filter(name -> isAnother(first.get(name), ids.get(name)))
                .forEach(name -> gone.accept(ServerException.madeAnew(name, server)));
    }

    private static boolean isAnother(@Nullable Uuid before, @Nullable Uuid now) {
        return before != null && now != null && !before.equals(now);
    }

    private Set<String> sectors(Set<String> names) {
        return names.stream().map(topics::sectorOf).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static String reason(ExecutionException e) {
        return String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
    }
}
