package io.sectorwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Transitions as server-sent events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class EventsIT {
    @TempDir
    private static Path directory = Path.of("");

    private DemoTopics topics;

    /** An event, and where to go on behind it. */
    private record Event(String id, String data) {}

    @BeforeAll
    void start() {
        topics = new DemoTopics(directory.resolve("data"), 3);
    }

    @AfterAll
    void stop() {
        topics.close();
    }

    @Test
    void whoGoesOnMissesNothingThoughTheMonitorAndItsDatabaseAreNewOnes() throws Exception {
        Set<String> all = new LinkedHashSet<>();
        String last = "-1.-1.-1";
        int transitions;
        try (RunningMonitor monitor = new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory))) {
            transitions = transitions(monitor);
            for (Event event : read(monitor, last, 10)) {
                assertThat(all.add(event.data())).isTrue();
                last = event.id();
            }
        }
        while (all.size() < transitions) {
            try (RunningMonitor monitor = new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory))) {
                for (Event event : read(monitor, last, Math.min(50, transitions - all.size()))) {
                    assertThat(all.add(event.data())).isTrue();
                    last = event.id();
                }
            }
        }
        assertThat(all).hasSize(transitions);
    }

    @Test
    void aReaderThatDoesNotReadKeepsNobodyWaiting() throws Exception {
        try (RunningMonitor monitor = new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory))) {
            List<Socket> silent = new ArrayList<>();
            try {
                for (int i = 0; i < 60; i++) {
                    URI uri = URI.create(monitor.monitor().url());
                    Socket socket = new Socket(uri.getHost(), uri.getPort());
                    socket.setReceiveBufferSize(1024);
                    socket.getOutputStream()
                            .write(("GET /api/v1/events HTTP/1.1\r\nHost: " + uri.getHost()
                                            + "\r\nLast-Event-ID: -1.-1.-1\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    silent.add(socket);
                }
                int transitions = transitions(monitor);
                assertThat(read(monitor, "-1.-1.-1", transitions)).hasSize(transitions);
                await().atMost(Duration.ofSeconds(5))
                        .until(() -> monitor.client().get("/api/v1/rules").statusCode() == 200);
            } finally {
                for (Socket socket : silent) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void anIdThatIsNoneIsRefused() throws Exception {
        try (RunningMonitor monitor = new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory))) {
            assertThat(monitor.client().get("/api/v1/events?last-event-id=x").statusCode())
                    .isEqualTo(400);
        }
    }

    private static int transitions(RunningMonitor monitor) {
        return monitor.client()
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("sectorwatch_transitions{"))
                .mapToInt(line -> (int) Double.parseDouble(line.replaceFirst(".* ", "")))
                .sum();
    }

    private static List<Event> read(RunningMonitor monitor, String last, int number) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(monitor.monitor().url() + "api/v1/events"))
                .header("Last-Event-ID", last)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        List<Event> events = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = "";
            while (events.size() < number) {
                String line = lines.readLine();
                if (line == null) {
                    throw new IOException("the events ended after " + events.size());
                }
                if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(id, line.substring("data: ".length())));
                }
            }
        }
        return events;
    }
}
