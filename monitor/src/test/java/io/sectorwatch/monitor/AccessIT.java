package io.sectorwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.monitor.web.WebSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask for what, and what asking badly does to others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class AccessIT {
    private static final String TOKEN = "0123456789abcdef-token";
    private static final String RULE = """
            rules:
              - id: put-by-hand
                title: Put by hand
                severity: info
                series: {indicator: rd-intensity, areas: [CHN], sectors: [economy], frequency: A}
                when: {value: {atLeast: 2.6}}
            """;

    @TempDir
    private static Path directory = Path.of("");

    private DemoTopics topics;
    private RunningMonitor open;

    @BeforeAll
    void start() throws Exception {
        topics = new DemoTopics(directory.resolve("data"), 1);
        open = new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory));
    }

    @AfterAll
    void stop() {
        open.close();
        topics.close();
    }

    @Test
    void aRequestUnderAnotherNameIsRefused() throws IOException {
        assertThat(raw("GET /api/v1/alerts HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421 ");
        assertThat(raw("GET /api/v1/alerts HTTP/1.1\r\nHost: localhost:80\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void nothingChangesUnlessThatIsAllowedAndTheTokenIsPresented() throws Exception {
        assertThat(open.client().send("PUT", "/api/v1/rules", RULE).statusCode())
                .isEqualTo(403);
        WebSettings changing = new WebSettings("127.0.0.1", 0, Set.of("127.0.0.1"), TOKEN, true, true, null);
        try (RunningMonitor monitor =
                new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory), changing)) {
            Client client = monitor.client();
            assertThat(client.send("PUT", "/api/v1/rules", RULE).statusCode()).isEqualTo(401);
            assertThat(client.send("PUT", "/api/v1/rules", RULE, "Authorization", "Bearer " + TOKEN + "x")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(client.send("PUT", "/api/v1/rules", RULE, "Authorization", "Bearer " + TOKEN)
                            .body())
                    .contains("\"applied\":[\"put-by-hand\"]");
        }
    }

    @Test
    void readingWantsTheTokenWhereItIsNotOpen() throws Exception {
        WebSettings closed = new WebSettings("127.0.0.1", 0, Set.of("127.0.0.1"), TOKEN, false, false, null);
        try (RunningMonitor monitor = new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory), closed)) {
            Client client = monitor.client();
            for (String path : List.of("/", "/api/v1/alerts", "/metrics", "/openapi.yaml", "/feeds/alerts.atom")) {
                assertThat(client.get(path).statusCode()).as(path).isEqualTo(401);
                assertThat(client.get(path, "Authorization", "Bearer " + TOKEN).statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void anotherSiteReadsOnlyWhereThatWasSaid() throws Exception {
        assertThat(open.client()
                        .get("/api/v1/alerts", "Origin", "https://example.org")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        WebSettings shared =
                new WebSettings("127.0.0.1", 0, Set.of("127.0.0.1"), null, true, false, "https://example.org");
        try (RunningMonitor monitor = new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory), shared)) {
            assertThat(monitor.client()
                            .get("/api/v1/alerts", "Origin", "https://example.org")
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .contains("https://example.org");
        }
    }

    @Test
    void thePageMayRunNothingButItsOwn() {
        assertThat(open.client().get("/").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe"));
    }

    @Test
    void whatIsTooLargeIsRefused() throws IOException {
        assertThat(raw("GET /" + "a".repeat(1_000_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n".repeat(50_000) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(open.client()
                        .send("POST", "/api/v1/backtest", " ".repeat(300_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(open.client()
                        .send("POST", "/api/v1/backtest", "[".repeat(100_000))
                        .body())
                .contains("levels deep");
        assertThat(open.client().get("/api/v1/alerts?limit=100000").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoSendsSlowlyOrNothingKeepsNobodyWaiting() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                Socket socket = connect();
                sockets.add(socket);
                if (i % 4 == 0) {
                    socket.getOutputStream()
                            .write(
                                    "POST /api/v1/backtest HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nrul"
                                            .getBytes(StandardCharsets.US_ASCII));
                } else if (i % 4 == 1) {
                    socket.getOutputStream().write("GET /api/v1/al".getBytes(StandardCharsets.US_ASCII));
                }
            }
            for (int i = 0; i < 20; i++) {
                assertThat(open.client().get("/api/v1/alerts?limit=1").statusCode())
                        .isEqualTo(200);
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(20_000);
            Thread sender = new Thread(() -> {
                try {
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // It is refused before all of it was sent.
                    return;
                }
            });
            sender.start();
            byte[] answer = new byte[200];
            InputStream in = socket.getInputStream();
            return new String(answer, 0, Math.max(0, in.read(answer)), StandardCharsets.US_ASCII);
        }
    }

    private Socket connect() throws IOException {
        URI uri = URI.create(open.monitor().url());
        return new Socket(uri.getHost(), uri.getPort());
    }
}
