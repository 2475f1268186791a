package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Page and API as the command line starts them. */
@Timeout(180)
class PageIT {
    private static final Pattern PAGE = Pattern.compile("The page: (http://127\\.0\\.0\\.1:\\d+/)");

    @TempDir
    private Path directory = Path.of("");

    private Cli cli = new Cli(directory);
    private final String port = Integer.toString(Cli.freePort());
    private Running running;

    @BeforeEach
    void startDemo() {
        cli = new Cli(directory);
        running =
                cli.start(Map.of(), "demo", "--data", directory.resolve("data").toString(), "--port", port);
    }

    @AfterEach
    void stopDemo() {
        running.process().destroy();
        running.await();
    }

    @Test
    void theDemonstrationServesItsPageAndSaysWhereBeforeItTellsAnything() throws Exception {
        String page = page(running);
        await().atMost(Duration.ofSeconds(60)).until(() -> running.outSoFar().contains("semiconductors\n"));

        assertThat(get(page).body()).contains("<title>Sectorwatch");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(page + "api/v1/alerts?rule=rd-intensity-at-least-2.6&state=closed")
                        .body()
                        .contains("it never was at least 2.6 %"));
        assertThat(get(page + "api/v1/status").body()).contains("\"allowChanges\":false");

        Result second = cli.run(
                "monitor",
                "--bootstrap-server",
                "127.0.0.1:" + port,
                "--data",
                directory.resolve("data").toString());
        assertThat(second.status()).isEqualTo(2);
        assertThat(second.err())
                .contains("monitor.db is in use by another monitor")
                .hasLineCount(1);
    }

    @Test
    void aMonitorAloneServesTheSame() throws Exception {
        String page = page(running);
        await().atMost(Duration.ofSeconds(60)).until(() -> running.outSoFar().contains("semiconductors\n"));
        Running alone = cli.start(
                Map.of(),
                "monitor",
                "--bootstrap-server",
                "127.0.0.1:" + port,
                "--data",
                directory.resolve("alone").toString());
        try {
            String other = page(alone);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> get(other + "health/ready").statusCode() == 200);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(get(other + "api/v1/alerts?state=all&limit=500")
                                    .body())
                            .isEqualTo(get(page + "api/v1/alerts?state=all&limit=500")
                                    .body()));
        } finally {
            alone.process().destroy();
            assertThat(alone.await().status()).isNotEqualTo(1);
        }
    }

    @Test
    void whatCannotBeServedIsSaidInOneLine() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "short\n");
        page(running);
        try (ServerSocket taken = new ServerSocket(0)) {
            String at = "127.0.0.1:" + port;
            String takenPort = Integer.toString(taken.getLocalPort());
            assertSaid("the port is taken", "monitor", "--bootstrap-server", at, "--http-port", takenPort);
        }
        assertSaid("can be reached from elsewhere", "monitor", "--http-address", "0.0.0.0");
        assertSaid("wants --token-file", "monitor", "--allow-changes");
        assertSaid("shorter than 16 characters", "monitor", "--token-file", token.toString());
        assertSaid(
                "is no database for a monitor",
                "monitor",
                "--bootstrap-server",
                "127.0.0.1:" + port,
                "--database",
                "jdbc:oracle:thin:@x");
        assertSaid(
                "cannot be used",
                "monitor",
                "--bootstrap-server",
                "127.0.0.1:" + port,
                "--database",
                "jdbc:postgresql://127.0.0.1:1/nothing");
    }

    private void assertSaid(String words, String... command) {
        String data = directory.resolve("other").toString();
        Result result = cli.run(
                Stream.concat(Stream.of(command), Stream.of("--data", data)).toArray(String[]::new));
        assertThat(result.err()).contains(words).startsWith("sectorwatch: ").hasLineCount(1);
        assertThat(result.status()).isEqualTo(2);
    }

    private static String page(Running running) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> PAGE.matcher(running.errSoFar()).find());
        Matcher page = PAGE.matcher(running.errSoFar());
        assertThat(page.find()).isTrue();
        return page.group(1);
    }

    private static HttpResponse<String> get(String url) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
