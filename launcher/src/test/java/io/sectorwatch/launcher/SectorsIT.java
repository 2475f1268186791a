package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who subscribes to the alerts of a sector does not hear how the processor was started. */
@Timeout(180)
class SectorsIT {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aProcessorFeedsTheTopicsThatAreThere() throws IOException {
        Cli cli = new Cli(directory);
        try (EmbeddedBroker broker = EmbeddedBroker.start(Cli.freePort(), directory.resolve("broker"))) {
            at(cli, broker, "topics", "--sectors", "energy");
            at(cli, broker, "rules", "apply", file("rules.yaml", """
                    rules: [{id: reached, series: {indicator: x}, when: {value: {atLeast: 1}}}]
                    """));
            at(cli, broker, "ingest", file("facts.jsonl", """
                    {"indicator":"x","area":"CHN","sector":"energy","period":"2023","value":2,\
                    "published":"2024-02-29T00:00:00Z","source":{"id":"nbs"}}
                    """));

            int metrics = Cli.freePort();
            Running processor = cli.start(
                    Map.of("SECTORWATCH_BOOTSTRAP_SERVER", broker.bootstrapServer()),
                    "process",
                    "--metrics",
                    Integer.toString(metrics),
                    "--data",
                    directory.resolve("data").toString());
            try {
                await().atMost(Duration.ofSeconds(90))
                        .until(() -> !Topic.records(broker.bootstrapServer(), TOPICS.alerts("energy"))
                                .isEmpty());
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(processor.errSoFar())
                                .contains("Its metrics: http://127.0.0.1:" + metrics + "/metrics"));
                try (InputStream in = URI.create("http://127.0.0.1:" + metrics + "/metrics")
                        .toURL()
                        .openStream()) {
                    assertThat(new String(in.readAllBytes(), UTF_8)).contains("\nsectorwatch_deciding 1.0\n");
                }
            } finally {
                processor.process().destroy();
            }

            assertThat(Topic.records(broker.bootstrapServer(), TOPICS.alerts("energy")))
                    .singleElement()
                    .satisfies(record -> assertThat(record.key()).isEqualTo("reached|x/CHN/energy/A"));
            assertThat(processor.await().err()).doesNotContain("\tat ");
        }
    }

    private static void at(Cli cli, EmbeddedBroker broker, String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--bootstrap-server", broker.bootstrapServer()));
        Result result = cli.run(words.toArray(String[]::new));
        assertThat(result.status()).as(result.err()).isZero();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }
}
