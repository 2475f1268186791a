package io.sectorwatch.deliver;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real Alertmanager, on loopback. */
final class RealAlertmanager implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path CONFIGURATION = ROOT.resolve("deliver/operator/alertmanager.yml");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    /** With the configuration of the documents, but for the address of its webhook, and without its patience. */
    RealAlertmanager(int port, Path directory, String webhook) throws IOException {
        this(port, directory, webhook, "127.0.0.1:1", List.of("--cluster.listen-address="));
    }

    /**
     * The same.
     *
     * @param mail the address of its mail server, which is no other machine and so needs no TLS
     * @param cluster options that say which others it belongs to
     */
    RealAlertmanager(int port, Path directory, String webhook, String mail, List<String> cluster) throws IOException {
        url = "http://127.0.0.1:" + port;
        Path configuration = Files.writeString(
                directory.resolve("alertmanager-" + port + ".yml"),
                Files.readString(CONFIGURATION)
                        .replace("http://127.0.0.1:5001/alerts", webhook)
                        .replace("mail.example:587", mail)
                        .replace("smtp_from:", "smtp_require_tls: false\n  smtp_from:")
                        .replace("group_wait: 10s", "group_wait: 0s")
                        .replace("group_interval: 5m", "group_interval: 1s"));
        List<String> command = new ArrayList<>(List.of(
                "prometheus-alertmanager",
                "--config.file=" + configuration,
                "--storage.path=" + directory.resolve("alertmanager-" + port),
                "--web.listen-address=127.0.0.1:" + port));
        command.addAll(cluster);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        directory.resolve("alertmanager-" + port + ".log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(30)).until(this::isReady);
    }

    static boolean isInstalled() {
        return isOnPath("prometheus-alertmanager") && isOnPath("amtool");
    }

    String url() {
        return url;
    }

    /** What it knows as open. */
    List<JsonNode> alerts() {
        List<JsonNode> alerts = new ArrayList<>();
        Json.tree(get("/api/v2/alerts").body()).forEach(alerts::add);
        return alerts;
    }

    List<String> ids() {
        return alerts().stream()
                .map(alert -> alert.at("/labels/alert").textValue())
                .sorted()
                .toList();
    }

    /** How many there are in its cluster, with itself. */
    int peers() {
        return Json.tree(get("/api/v2/status").body()).at("/cluster/peers").size();
    }

    private boolean isReady() {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private HttpResponse<byte[]> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOnPath(String command) {
        return Path.of("/usr/bin", command).toFile().canExecute();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
