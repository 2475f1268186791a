package io.sectorwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the monitor says of the processor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class StatusIT {
    private static final String IDLE = """
            rules:
              - id: watches-nothing
                title: Watches nothing
                severity: info
                series: {indicator: rd-intensity, areas: [GRL], sectors: [economy], frequency: A}
                when: {value: {atLeast: 2.6}}
            """;

    @TempDir
    private static Path directory = Path.of("");

    private DemoTopics topics;
    private RunningMonitor monitor;
    private Client client;

    @BeforeAll
    void start() throws Exception {
        topics = new DemoTopics(directory.resolve("data"), 2);
        monitor = new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory));
        client = monitor.client();
    }

    @AfterAll
    void stop() {
        monitor.close();
        topics.close();
    }

    @Test
    void aProcessorAtWorkIsSeenAndThenThatItStopped() throws Exception {
        JsonNode working = seen("up-to-date");
        assertThat(working.path("well").booleanValue()).isTrue();
        assertThat(working.path("members")).hasSize(1);
        assertThat(working.path("lag").longValue()).isZero();
        assertThat(working.path("partitions").findValuesAsText("partition")).contains("0", "1");
        assertThat(working.path("newestDecided").textValue()).startsWith("20");
        assertThat(metric("sectorwatch_processor_deciding")).isEqualTo("1.0");
        assertThat(metric("sectorwatch_processor_members")).isEqualTo("1.0");
        assertThat(client.get("/metrics").body())
                .contains("sectorwatch_processor_lag_records{partition=\"1\",topic=\"sectorwatch.indicators\"} 0.0")
                .contains("sectorwatch_rule_series{rule=\"rd-intensity-at-least-2.6\"}");

        topics.stopProcessor();
        JsonNode stopped = seen("nobody");
        assertThat(stopped.path("well").booleanValue()).isFalse();
        assertThat(stopped.path("members")).isEmpty();
        assertThat(metric("sectorwatch_processor_deciding")).isEqualTo("0.0");

        topics.putIntoEffect(IDLE);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> metric("sectorwatch_rule_series{rule=\"watches-nothing\"}")
                        .equals("0.0"));
        assertThat(client.json("/api/v1/status").path("rulesWithoutSeries"))
                .extracting(JsonNode::textValue)
                .contains("watches-nothing");
    }

    private JsonNode seen(String deciding) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.json("/api/v1/status")
                        .at("/processor/deciding")
                        .asText()
                        .equals(deciding));
        return client.json("/api/v1/status").path("processor");
    }

    private String metric(String name) {
        return client.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + ' '))
                .findFirst()
                .orElse("")
                .replaceFirst(".* ", "");
    }
}
