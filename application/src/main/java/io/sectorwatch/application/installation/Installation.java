package io.sectorwatch.application.installation;

import io.sectorwatch.application.broker.BrokerException;
import io.sectorwatch.application.broker.DataDirectory;
import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.state.StateRebuild;
import io.sectorwatch.application.topics.SectorTopics;
import io.sectorwatch.processor.topology.FactsAndRules;
import io.sectorwatch.processor.topology.ProcessorApp;
import io.sectorwatch.processor.topology.ProcessorSettings;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.jspecify.annotations.Nullable;

/** What runs in this process on one data directory: a broker, a processor. All of it stops with the other running parts. */
public final class Installation {
    private static final String APPLICATION = "sectorwatch";

    private final RunningParts running;
    private final DataDirectory data;
    private volatile CompletableFuture<Void> end = new CompletableFuture<>();
    private @Nullable ProcessorApp processor;
    private @Nullable SectorTopics topicsNeeded;
    private Runnable whenRefused = () -> {};

    /**
     * Takes a data directory.
     *
     * @throws BrokerException if it cannot be written, or another process holds it
     */
    public static Installation in(Path directory, RunningParts running) {
        Installation installation = new Installation(running.add(DataDirectory.open(directory)), running);
        running.add(() -> installation.end.complete(null));
        return installation;
    }

    private Installation(DataDirectory data, RunningParts running) {
        this.data = data;
        this.running = running;
    }

    /** Starts the embedded broker. */
    @SuppressWarnings("FutureReturnValueIgnored") // A failure is handed on to the end.
    public EmbeddedBroker startBroker(int port) {
        EmbeddedBroker broker = running.add(EmbeddedBroker.start(port, data.broker()));
        broker.failure().whenComplete((never, failure) -> {
            if (failure != null) {
                BrokerException broken = new BrokerException(
                        innermost(failure).getMessage() + data.fullness().orElse(""), failure);
                running.blame(broken);
                end.completeExceptionally(broken);
            }
        });
        return broker;
    }

    /**
     * Starts deciding. A member with an instance id takes its place again at once, even after it was killed. Throws
     * ServerException where what was decided before is lost.
     *
     * @param sectors those with a topic of their own for their alerts
     */
    public ProcessorApp startProcessor(
            Server server, Topics topics, SectorTopics sectors, @Nullable String instanceId, int threads) {
        ProcessorRights rights = ProcessorRights.of(topics, applicationId(topics), instanceId);
        server.require(rights.all());
        whenRefused = () -> server.require(rights.all());
        topicsNeeded = sectors;
        sectors.requireAll(missing -> end.completeExceptionally(
                new BrokerException("the processor stopped: " + missing.getMessage(), missing)));
        new StateRebuild(server, topics, applicationId(topics)).requireNotNeeded();
        return startProcessor(new ProcessorSettings(
                server.clientConfig(),
                topics,
                FactsAndRules.apart(topics),
                running.add(sectors),
                state(),
                applicationId(topics),
                instanceId,
                threads,
                ProcessorSettings.SOON));
    }

    /** Starts deciding in a way of its own. */
    public ProcessorApp startProcessor(ProcessorSettings settings) {
        ProcessorApp started = running.add(new ProcessorApp(settings));
        processor = started;
        started.start();
        CompletableFuture<Void> its = end;
        Thread watch = new Thread(() -> watch(started, its), "processor-end");
        watch.setDaemon(true);
        watch.start();
        return started;
    }

    /**
     * The processor's application id, which is its consumer group too. Installations of different prefixes on one server
     * have their own, since they would share their state otherwise.
     */
    public static String applicationId(Topics topics) {
        return topics.prefix().equals(Topics.DEFAULT_PREFIX) ? APPLICATION : APPLICATION + '-' + topics.prefix();
    }

    /** Stops deciding, so that it can be started in another way. */
    public void stopProcessor() {
        end = new CompletableFuture<>();
        if (processor != null) {
            processor.close();
        }
    }

    RunningParts running() {
        return running;
    }

    /** Where the libraries are to log to; they speak as soon as something is started. */
    public Path log() {
        return data.log();
    }

    /** Where a processor keeps its state. */
    public Path state() {
        return data.streams();
    }

    /** Whether something that is to keep running has ended. */
    public boolean ended() {
        return end.isDone();
    }

    /** Returns when all was stopped; throws what ended it otherwise. */
    public void awaitEnd() {
        try {
            end.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BrokerException cause) {
                throw cause;
            }
            if (isRefused(e)) {
                whenRefused.run();
            }
            throw new ProcessorException(
                    "the processor stopped: " + innermost(e).getMessage() + missing(innermost(e)) + memory(innermost(e))
                            + "; " + data.log() + " says more",
                    e);
        }
    }

    private static boolean isRefused(Throwable thrown) {
        return thrown instanceof AuthorizationException || (thrown.getCause() != null && isRefused(thrown.getCause()));
    }

    private static void watch(ProcessorApp processor, CompletableFuture<Void> end) {
        try {
            processor.awaitEnd();
            end.complete(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    // Kafka Streams says that a topic is missing, and not which.
    private String missing(Throwable cause) {
        SectorTopics needed = topicsNeeded;
        return needed == null || !(cause instanceof MissingSourceTopicException) ? "" : needed.missingNow();
    }

    private static String memory(Throwable cause) {
        return cause instanceof OutOfMemoryError
                ? "; nothing is lost: start it again with more memory, such as SECTORWATCH_OPTS=-Xmx1g"
                : "";
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
