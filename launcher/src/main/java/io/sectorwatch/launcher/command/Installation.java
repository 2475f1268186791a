package io.sectorwatch.launcher.command;

import io.sectorwatch.application.broker.BrokerException;
import io.sectorwatch.application.broker.DataDirectory;
import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.processor.topology.FactsAndRules;
import io.sectorwatch.processor.topology.ProcessorApp;
import io.sectorwatch.processor.topology.ProcessorSettings;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** What runs in this process: data directory, server, topics, processor. All of it stops with the command's shutdown. */
final class Installation {
    private static final String APPLICATION = "sectorwatch";

    private final Shutdown shutdown;
    private final DataDirectory data;
    private volatile CompletableFuture<Void> end = new CompletableFuture<>();
    private @Nullable ProcessorApp processor;

    /** Takes a data directory, and lets the libraries log into it unless all is to be seen. */
    Installation(SectorwatchCommand root, Path directory) {
        shutdown = root.shutdown();
        data = shutdown.add(DataDirectory.open(directory));
        if (!root.verbose()) {
            Logging.to(data.log());
        }
    }

    /** Starts the embedded broker. */
    @SuppressWarnings("FutureReturnValueIgnored") // A failure is handed on to the end.
    EmbeddedBroker startBroker(int port) {
        EmbeddedBroker broker = shutdown.add(EmbeddedBroker.start(port, data.broker()));
        broker.failure().whenComplete((never, failure) -> {
            if (failure != null) {
                BrokerException broken =
                        new BrokerException(innermost(failure) + data.fullness().orElse(""), failure);
                shutdown.blame(broken);
                end.completeExceptionally(broken);
            }
        });
        return broker;
    }

    /** Starts deciding. A member with an instance id takes its place again at once, even after it was killed. */
    void startProcessor(Server server, Topics topics, List<String> sectors, @Nullable String instanceId, int threads) {
        startProcessor(new ProcessorSettings(
                server.clientConfig(),
                topics,
                FactsAndRules.apart(topics),
                sectors,
                state(),
                applicationId(topics),
                instanceId,
                threads,
                ProcessorSettings.SOON));
    }

    /** Starts deciding in a way of its own. */
    void startProcessor(ProcessorSettings settings) {
        ProcessorApp started = shutdown.add(new ProcessorApp(settings));
        processor = started;
        started.start();
        CompletableFuture<Void> its = end;
        Thread watch = new Thread(() -> watch(started, its), "processor-end");
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * The processor's application id, which is its consumer group too. Installations of different prefixes on one server
     * have their own, since they would share their state otherwise.
     */
    static String applicationId(Topics topics) {
        return topics.prefix().equals(Topics.DEFAULT_PREFIX) ? APPLICATION : APPLICATION + '-' + topics.prefix();
    }

    /** Stops deciding, so that it can be started in another way. */
    void stopProcessor() {
        end = new CompletableFuture<>();
        if (processor != null) {
            processor.close();
        }
    }

    /** Where a processor keeps its state. */
    Path state() {
        return data.streams();
    }

    /** Whether something that is to keep running has ended. */
    boolean ended() {
        return end.isDone();
    }

    /** Returns when all was stopped; throws what ended it otherwise. */
    void awaitEnd() {
        try {
            end.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof BrokerException cause) {
                throw cause;
            }
            throw CommandException.failed("the processor stopped: " + innermost(e) + "; " + data.log() + " says more");
        }
    }

    /** Creates what is missing of the topics, and refuses to go on if one is not as it must be. */
    static void requireTopics(Server server, Topics topics, int partitions, List<String> sectors) {
        try (Admin admin = server.admin()) {
            TopicSetup.Outcome outcome = new TopicSetup(admin).apply(topics.all(partitions, sectors));
            if (!outcome.differences().isEmpty()) {
                throw CommandException.unusable(String.join("; ", outcome.differences()));
            }
        }
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

    private static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
