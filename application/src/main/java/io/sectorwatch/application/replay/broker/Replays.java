package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.schemas.topic.Topics;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
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

    /** Removes all of a replay but the topics to keep; returns whether there was anything to remove. */
    public boolean remove(ReplayTopics replay, String applicationId, Set<String> kept) {
        String prefix = replay.topics().prefix();
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
                "not all of the replay could be removed, './sectorwatch replay remove' tries again: "
                        + (e.getCause() == null ? e : e.getCause()).getMessage(),
                e);
    }
}
