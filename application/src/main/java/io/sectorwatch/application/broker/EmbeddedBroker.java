package io.sectorwatch.application.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker, its own controller, on the loopback address of this machine. Its data outlive it: started again on
 * the same directory, it is the same broker.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int START_SECONDS = 60;
    private static final int LAST_SECONDS = 5;

    private final KafkaRaftServer server;
    private final int port;
    private final ExitTrap trap;

    /**
     * Starts a broker and returns once it answers.
     *
     * @param directory an existing directory, of this broker alone
     * @throws BrokerException saying to a person why there is no broker
     */
    public static EmbeddedBroker start(int port, Path directory) {
        requireFree(port);
        String clusterId = BrokerStorage.format(directory);
        ExitTrap trap = ExitTrap.set();
        try {
            return start(port, directory, clusterId, trap);
        } catch (RuntimeException e) {
            trap.close();
            throw e;
        }
    }

    private static EmbeddedBroker start(int port, Path directory, String clusterId, ExitTrap trap) {
        if (KilledBroker.left(directory)) {
            bury(directory, clusterId, trap);
        }
        KafkaRaftServer server = new KafkaRaftServer(
                new KafkaConfig(BrokerConfig.of(port, freePortBut(port), directory, clusterId)), Time.SYSTEM);
        EmbeddedBroker broker = new EmbeddedBroker(server, port, trap);
        try {
            CompletableFuture.anyOf(CompletableFuture.runAsync(server::startup, trap), trap.failure())
                    .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            broker.abandon();
            throw new BrokerException(
                    "the embedded broker did not start in " + directory + " (port " + port + "): "
                            + InnermostCause.innermost(e),
                    e);
        }
        return broker;
    }

    private EmbeddedBroker(KafkaRaftServer server, int port, ExitTrap trap) {
        this.server = server;
        this.port = port;
        this.trap = trap;
    }

    /** Where its clients find it. */
    public String bootstrapServer() {
        return BrokerConfig.HOST + ":" + port;
    }

    /** Completes, with the reason, if the broker fails beyond repair; it does not otherwise. */
    public CompletableFuture<Void> failure() {
        return trap.failure().copy();
    }

    @Override
    public void close() {
        try (trap) {
            if (trap.failure().isDone()) {
                abandon();
            } else {
                CompletableFuture.runAsync(this::shutDown, trap).join();
            }
        }
    }

    // A broker that has failed waits minutes for parts of itself that are no longer there.
    private void abandon() {
        CompletableFuture.runAsync(this::shutDown, trap)
                .completeOnTimeout(null, LAST_SECONDS, TimeUnit.SECONDS)
                .exceptionally(again -> null)
                .join();
    }

    private void shutDown() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void bury(Path directory, String clusterId, ExitTrap trap) {
        try {
            KilledBroker.bury(freePortBut(0), directory, clusterId, trap);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException("interrupted while starting the embedded broker", e);
        } catch (RuntimeException e) {
            throw new BrokerException(
                    "the embedded broker cannot follow the one that was killed in " + directory + ": "
                            + InnermostCause.innermost(e),
                    e);
        }
    }

    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new BrokerException(
                    "port " + port + " of " + BrokerConfig.HOST + " cannot be used (" + e.getMessage()
                            + "): choose another with --port, or use the server that is there with --bootstrap-server",
                    e);
        }
    }

    // A static voter with port 0 would never find itself, so the controller's port must be known beforehand.
    private static int freePortBut(int taken) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() == taken ? other.getLocalPort() : socket.getLocalPort();
        } catch (IOException e) {
            throw new BrokerException("no free port on " + BrokerConfig.HOST + " (" + e.getMessage() + ")", e);
        }
    }
}
