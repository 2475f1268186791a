package io.sectorwatch.launcher;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The embedded broker in a process of its own, until it is closed. */
final class RunningBroker implements AutoCloseable {
    private final Cli.Running running;
    private final String address;

    RunningBroker(Cli cli, Path data) {
        int port = Cli.freePort();
        address = "127.0.0.1:" + port;
        running = cli.start(Map.of(), "broker", "--data", data.toString(), "--port", Integer.toString(port));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> running.errSoFar().contains(address)
                        || !running.process().isAlive());
    }

    String address() {
        return address;
    }

    /** Ends it as a power cut would. */
    void kill() {
        running.process().destroyForcibly();
        running.await();
    }

    @Override
    public void close() {
        running.process().destroy();
        running.await();
    }
}
