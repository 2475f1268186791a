package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.advice.TypedCommand;
import io.sectorwatch.application.broker.DataDirectory;
import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** What replays there are at a server, and how they go. */
public final class Replays {
    private final Server server;
    private final Topics live;

    public Replays(Server server, Topics live) {
        this.server = server;
        this.live = live;
    }

    /** Their names. */
    public SortedSet<String> names() {
        String prefix = ReplayTopics.prefix(live);
        try (Admin admin = server.admin()) {
            return topics(admin).stream()
                    .filter(topic -> topic.startsWith(prefix))
                    .map(topic -> topic.substring(prefix.length()))
                    .filter(rest -> rest.indexOf('.') > 0)
                    .map(rest -> rest.substring(0, rest.indexOf('.')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** What stands in the journal of each, by name; nothing where it has only begun. */
    public SortedMap<String, Optional<ReplayJournal>> journals() {
        SortedMap<String, Optional<ReplayJournal>> journals = new TreeMap<>();
        for (String name : names()) {
            journals.put(name, ReplayJournal.read(server, new ReplayTopics(live, name)));
        }
        return journals;
    }

    /**
     * Removes all that is left of a replay; returns whether there was anything.
     *
     * @param data where everything is kept; throws BrokerException if the replay is running there
     */
    public boolean remove(ReplayTopics replay, Path data) {
        Path directory = replay.directory(data);
        if (!Files.exists(directory)) {
            return remove(replay, Set.of());
        }
        // Held, it is not in use.
        DataDirectory held = DataDirectory.open(directory);
        try {
            remove(replay, Set.of());
            ReplayDirectory.remove(directory);
        } finally {
            held.close();
        }
        return true;
    }

    /** Removes what a replay has at the server, but not the topics to keep; returns whether there was anything. */
    boolean remove(ReplayTopics replay, Set<String> kept) {
        String prefix = replay.topics().prefix();
        String applicationId = Installation.applicationId(replay.topics());
        try (Admin admin = server.admin()) {
            boolean group = removeGroup(admin, applicationId);
            Set<String> topics = topics(admin).stream()
                    .filter(topic -> topic.startsWith(prefix) || topic.startsWith(applicationId + '-'))
                    .filter(topic -> !kept.contains(topic))
                    .collect(Collectors.toSet());
            for (KafkaFuture<Void> deletion :
                    admin.deleteTopics(topics).topicNameValues().values()) {
                done(deletion.thenApply(nothing -> true));
            }
            return group || !topics.isEmpty();
        }
    }

    private static boolean removeGroup(Admin admin, String group) {
        Optional<ConsumerGroupDescription> there = done(
                admin.describeConsumerGroups(Set.of(group)).describedGroups().get(group));
        if (there.isEmpty()) {
            return false;
        }
        // The members of a killed run are missed only after a while, and until then their group cannot go.
        if (!there.get().members().isEmpty()) {
            done(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .thenApply(nothing -> true));
        }
        done(admin.deleteConsumerGroups(Set.of(group)).all().thenApply(nothing -> true));
        return true;
    }

    private static Set<String> topics(Admin admin) {
        try {
            return admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    /** What comes of it; empty where what it is about is not there, or no longer. */
    private static <T> Optional<T> done(@Nullable KafkaFuture<T> future) {
        try {
            return Optional.of(Objects.requireNonNull(future).get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException
                    || e.getCause() instanceof UnknownMemberIdException
                    || e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw failure(e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    private static ServerException failure(ExecutionException e) {
        return new ServerException(
                "not all of the replay could be removed, '" + TypedCommand.of("replay remove") + "' tries again: "
                        + (e.getCause() == null ? e : e.getCause()).getMessage(),
                e);
    }
}
