package io.sectorwatch.processor.topology;

import io.sectorwatch.schemas.topic.Replication;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topology at work in this process. */
public final class ProcessorApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessorApp.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final ProcessorSettings settings;
    private final KafkaStreams streams;
    private final LeftTransactions leftTransactions;
    private final PassingFailure passing = new PassingFailure();
    private final AtomicInteger replaced = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    public ProcessorApp(ProcessorSettings settings) {
        this.settings = settings;
        List<TopicPartitionInfo> figures = figures(settings);
        if (figures.size() > 1 && settings.clientConfig().containsKey(ProcessorSettings.GROUP_PROTOCOL)) {
            // With Kafka 4.3.1 only the first task gets anywhere: it seems to give each of them a partition of every
            // topic, also of the policies, which have one, and the others wait without a word.
            throw new KafkaException("group.protocol=streams decides nothing on the " + figures.size()
                    + " partitions of the figures, since the policies have one: use group.protocol=classic");
        }
        Properties config = new Properties();
        config.putAll(StreamsSettings.of(settings));
        if (!figures.isEmpty()) {
            // What is made of the figures is kept as well as they are, whatever is the brokers' default.
            StreamsSettings.replicated(new Replication(figures.get(0).replicas().size()))
                    .forEach(config::putIfAbsent);
        }
        FactsAndRules inputs = settings.inputs().notAheadOf(Clock.systemUTC()).inPartitions(figures.size());
        streams = new KafkaStreams(
                DecisionTopology.of(settings.topics(), settings.sectors(), inputs),
                config,
                new ThreadClients(settings.applicationId(), settings.instanceId()));
        leftTransactions = new LeftTransactions(settings);
        streams.setUncaughtExceptionHandler(exception -> {
            if (passing.passes(exception, System.nanoTime())) {
                LOG.warn("A thread has lost its transaction, and another takes its place: {}", exception.getMessage());
                replaced.incrementAndGet();
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            }
            failure.compareAndSet(null, exception);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.REBALANCING) {
                leftTransactions.end();
            }
            if (now == KafkaStreams.State.NOT_RUNNING || now == KafkaStreams.State.ERROR) {
                ended.countDown();
            }
        });
    }

    /** The partitions of the topic of figures; none where it is not there, of which Kafka Streams tells. */
    private static List<TopicPartitionInfo> figures(ProcessorSettings settings) {
        String topic = settings.inputs().figures().orElse("");
        if (topic.isEmpty()) {
            return List.of();
        }
        try (Admin admin = Admin.create(settings.clientConfig())) {
            return admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get()
                    .partitions();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of();
            }
            throw new KafkaException("the topic " + topic + " cannot be described: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    /** What runs the topology, for who measures it. */
    public KafkaStreams streams() {
        return streams;
    }

    public void start() {
        streams.start();
    }

    /** Waits until it has been closed; throws what stopped it otherwise. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
        Throwable cause = failure.get();
        if (cause != null) {
            throw new IllegalStateException("the processor stopped: " + cause.getMessage(), cause);
        }
    }

    /** Commits, leaves the group, and returns when all is closed. */
    @Override
    public void close() {
        leftTransactions.close();
        streams.close(
                CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        Throwable cause = failure.get();
        if (cause != null && settings.instanceId() != null) {
            leave(cause);
        }
    }

    /**
     * A client that has failed leaves no group. The place of a member with an instance id would be kept with all that was
     * assigned to it: also that a topic is missing, when it has long been made again.
     */
    private void leave(Throwable cause) {
        List<MemberToRemove> members = IntStream.rangeClosed(1, settings.threads() + replaced.get())
                .mapToObj(thread -> new MemberToRemove(settings.instanceId() + "-" + thread))
                .toList();
        try (Admin admin = Admin.create(settings.clientConfig())) {
            admin.removeMembersFromConsumerGroup(
                            settings.applicationId(), new RemoveMembersFromConsumerGroupOptions(members))
                    .all()
                    .get(CLOSE_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            cause.addSuppressed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
