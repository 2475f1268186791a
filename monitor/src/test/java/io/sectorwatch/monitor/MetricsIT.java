package io.sectorwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.monitor.metrics.DecidingMeters;
import io.sectorwatch.monitor.metrics.ProcessMetrics;
import io.sectorwatch.monitor.web.MetricsServer;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metrics of a monitor and of a processor as Prometheus reads them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class MetricsIT {
    private static final Path OPERATOR = Path.of("operator");
    private static final Pattern NAME = Pattern.compile("(?:sectorwatch|jvm|kafka)_[a-z_]+");

    @TempDir
    private static Path directory = Path.of("");

    private DemoTopics topics;
    private RunningMonitor monitor;
    private String ofMonitor = "";
    private String ofProcessor = "";

    @BeforeAll
    void scrape() throws Exception {
        topics = new DemoTopics(directory.resolve("data"), 1);
        ManyFacts.publish(topics.server(), 1, Instant.parse("2019-12-01T00:00:00Z"));
        monitor = new RunningMonitor(topics.server(), Databases.SQLITE.fresh(directory));
        KafkaStreams streams = topics.startAnotherProcessor().streams();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> streams.metrics().keySet().stream()
                        .anyMatch(metric -> metric.name().equals("records-lag")));
        try (DecidingMeters meters = new DecidingMeters(streams);
                ProcessMetrics metrics = new ProcessMetrics(meters);
                MetricsServer server = MetricsServer.start("127.0.0.1", 0, Set.of("127.0.0.1"), metrics::scrape)) {
            Client processor = new Client(server.url());
            String path = URI.create(server.url()).getPath();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> processor.get(path).body().contains("\nsectorwatch_deciding 1.0"));
            ofProcessor = processor.get(path).body();
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> monitor.client().get("/metrics").body().contains("\nsectorwatch_rule_series{"));
        ofMonitor = monitor.client().get("/metrics").body();
    }

    @AfterAll
    void stop() {
        monitor.close();
        topics.close();
    }

    @Test
    void thoseOfAProcessorSayHowKafkaStreamsIs() {
        assertThat(names(ofProcessor))
                .contains("sectorwatch_deciding", "sectorwatch_deciding_threads", "jvm_memory_used_bytes")
                .contains("kafka_consumer_fetch_manager_records_lag", "kafka_stream_thread_process_records_max");
    }

    @Test
    void prometheusHasNothingToSayOfThem() throws Exception {
        Promtool.assume();
        Promtool.checkMetrics(ofMonitor);
        Promtool.checkMetrics(ofProcessor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules.yml", "dashboard.json"})
    void theOperatorsFilesAskForWhatThereIs(String file) throws Exception {
        Set<String> asked = NAME.matcher(Files.readString(OPERATOR.resolve(file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = names(ofMonitor + ofProcessor);
        assertThat(asked).hasSizeGreaterThan(8);
        assertThat(there).containsAll(asked);
    }

    @Test
    void prometheusTakesTheOperatorsFilesAndAlertsAsIsMeant() throws Exception {
        Promtool.assume();
        Promtool.run("", "check", "config", OPERATOR.resolve("prometheus.yml").toString());
        String rules = OPERATOR.resolve("rules.yml").toRealPath().toString();
        Promtool.run("", "check", "rules", rules);
        Path test = directory.resolve("rules-test.yml");
        try (InputStream in = MetricsIT.class.getResourceAsStream("rules-test.yml")) {
            Files.writeString(test, new String(in.readAllBytes(), UTF_8).replace("RULES", rules));
        }
        Promtool.run("", "test", "rules", test.toString());
    }

    /** The names of all samples. */
    private static Set<String> names(String scrape) {
        return scrape.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
