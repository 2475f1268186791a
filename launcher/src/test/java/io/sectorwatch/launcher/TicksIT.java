package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** That time passes is known without any further fact. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicksIT {
    private static final String RULES = """
            rules:
              - {id: late, series: {indicator: rd-intensity}, when: {overdue: {}}}
              - {id: busy, series: {indicator: policy-activity, frequency: A}, when: {value: {atLeast: 1}}}
            """;
    private static final String FACTS = """
            {"indicator":"rd-intensity","area":"CHN","period":"2023","value":2.65,"published":"2024-10-02T00:00:00Z",\
            "source":{"id":"nbs"},"nextRelease":"2025-10-31"}
            {"id":"p1","title":"A programme","area":"CHN","sectors":["aerospace"],"kind":"programme",\
            "stance":"support","occurred":"2024-03","published":"2024-03-12T00:00:00Z","source":{"id":"gazette"}}
            """;

    private Path directory = Path.of("");
    private Cli cli = new Cli(directory);
    private EmbeddedBroker broker;
    private Topics topics = new Topics("");
    private int tests;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path temporary) {
        directory = temporary;
        cli = new Cli(directory);
        broker = EmbeddedBroker.start(Cli.freePort(), directory.resolve("broker"));
    }

    /** Topics of its own for each test. */
    @BeforeEach
    void nameTopics() {
        topics = new Topics("test" + ++tests + '.');
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void alertsAreRaisedAndClearedByTimeAlone() throws IOException {
        Topic.create(broker.bootstrapServer(), topics, 3);
        done(at("rules", "apply", file("rules.yaml", RULES), "--effective", "2020-01-01"));
        done(at("ingest", file("facts.jsonl", FACTS)));
        Running run = cli.start(
                Map.of(),
                arguments(
                        "run",
                        "--partitions",
                        "3",
                        "--data",
                        directory.resolve("run").toString()));
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> run.outSoFar().lines().count() >= 3
                            || !run.process().isAlive());
        } finally {
            run.process().destroy();
        }
        run.await();

        Set<String> ticks = ticks(3);
        assertThat(at("alerts", "--output", "jsonl").out().lines())
                .hasSize(3)
                .anySatisfy(raised -> assertThat(raised)
                        .contains(
                                "\"transition\":\"RAISED\"",
                                "\"reason\":\"new-period\"",
                                "\"rule\":\"busy\"",
                                "\"decidedAt\":\"2024-03-12T00:00:00Z\""))
                .anySatisfy(cleared -> assertThat(cleared)
                        .contains("\"transition\":\"CLEARED\"", "\"reason\":\"time-passed\"", "\"rule\":\"busy\"")
                        .containsAnyOf(decidedAt(ticks)))
                .anySatisfy(raised -> assertThat(raised)
                        .contains("\"transition\":\"RAISED\"", "\"reason\":\"time-passed\"", "\"rule\":\"late\"")
                        .containsAnyOf(decidedAt(ticks)));
    }

    @Test
    void onceIsEnoughForADay() {
        Topic.create(broker.bootstrapServer(), topics, 2);

        assertThat(done(at("ticks", "--once")).err()).matches("Published the tick of \\d{4}-\\d\\d-\\d\\d\\.\\R");
        Running daily = cli.start(Map.of(), arguments("ticks"));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        daily.errSoFar().contains("Ctrl-C") || !daily.process().isAlive());
        assertThat(daily.process().isAlive()).isTrue();
        daily.process().destroy();

        assertThat(daily.await().err()).contains(" is there already.").doesNotContain("sectorwatch: ");
        ticks(2);
    }

    @Test
    void withoutTopicsThereIsNothingToTell() {
        Result result = at("ticks");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("sectorwatch: ")
                .contains("create the topics first");
    }

    /** The ticks that stand in every partition: one, or two where a day ended meanwhile. */
    private Set<String> ticks(int partitions) {
        List<ConsumerRecord<String, byte[]>> records =
                Topic.records(broker.bootstrapServer(), topics.indicators()).stream()
                        .filter(record -> new String(record.value(), UTF_8).startsWith("{\"tick\""))
                        .toList();
        Set<String> ticks = records.stream()
                .map(record -> new String(record.value(), UTF_8))
                .collect(Collectors.toSet());
        assertThat(ticks).hasSizeBetween(1, 2).allMatch(tick -> tick.matches("\\{\"tick\":\"[-0-9]+T00:00:00Z\"}"));
        assertThat(records).hasSize(partitions * ticks.size());
        assertThat(records.stream().map(ConsumerRecord::partition).distinct()).hasSize(partitions);
        return ticks;
    }

    private static String[] decidedAt(Set<String> ticks) {
        return ticks.stream()
                .map(tick -> tick.replace("{\"tick\":", "\"decidedAt\":").replace("}", ""))
                .toArray(String[]::new);
    }

    private static Result done(Result result) {
        assertThat(result.status()).as(result.err()).isZero();
        return result;
    }

    private Result at(String... arguments) {
        return cli.run(arguments(arguments));
    }

    private String[] arguments(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap-server", broker.bootstrapServer(), "--prefix", topics.prefix()));
        return all.toArray(String[]::new);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }
}
