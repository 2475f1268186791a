package io.sectorwatch.benchmark.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.benchmark.measure.JobFailure;
import io.sectorwatch.benchmark.measure.Jvm;
import io.sectorwatch.schemas.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A monitor in another process, as anybody may ask it. */
final class AskedMonitor {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final String[] MOMENTS = {"2001-06-30", "2010-06-30", "2020-06-30"};

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    AskedMonitor(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Returns once it has read all there is. */
    void awaitReady(Jvm monitor) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            monitor.requireAlive();
            if (System.nanoTime() > deadline) {
                throw monitor.failure("has not read all there is");
            }
            pause();
        }
    }

    /** How long it took, in milliseconds, to say what was known of so many series at some time. */
    double[] asOf(int questions) {
        JsonNode series = json("/api/v1/series?limit=" + questions).path("series");
        double[] taken = new double[questions];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < questions; i++) {
                String name = series.path(i % series.size()).path("series").textValue();
                long begun = System.nanoTime();
                json("/api/v1/series/" + name + "?as-of=" + MOMENTS[i % MOMENTS.length]);
                // The first round warms up.
                taken[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        return taken;
    }

    private boolean isReady() {
        try {
            return send("/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode json(String path) {
        try {
            HttpResponse<byte[]> answer = send(path);
            if (answer.statusCode() != 200) {
                throw new JobFailure("the monitor answers " + path + " with " + new String(answer.body(), UTF_8));
            }
            return Json.tree(answer.body());
        } catch (IOException e) {
            throw new JobFailure("the monitor does not answer " + path, e);
        }
    }

    private HttpResponse<byte[]> send(String path) throws IOException {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobFailure("interrupted", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobFailure("interrupted", e);
        }
    }
}
