package io.sectorwatch.monitor;

import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.monitor.web.WebSettings;
import java.time.Duration;

/** A monitor of the demonstration's topics that has read all there is. */
final class RunningMonitor implements AutoCloseable {
    private final Monitor monitor;
    private final Client client;

    RunningMonitor(Server server, String database) {
        this(server, database, WebSettings.loopback(0));
    }

    RunningMonitor(Server server, String database, WebSettings settings) {
        monitor = Monitor.start(server, DemoTopics.TOPICS, database, false, null, settings, "test");
        client = new Client(monitor.url());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.get("/health/ready").statusCode() == 200);
    }

    Client client() {
        return client;
    }

    Monitor monitor() {
        return monitor;
    }

    @Override
    public void close() {
        monitor.close();
    }
}
