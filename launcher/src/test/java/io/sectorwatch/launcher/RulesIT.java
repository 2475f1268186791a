package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesIT {
    private static final String MARK = "{id: mark, series: {indicator: rd-intensity}, when: {value: {atLeast: 2.6}}}";
    private static final String EVERYWHERE = "{id: everywhere, series: {}, when: {value: {below: 0}}}";

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
        broker = EmbeddedBroker.start(Cli.freePort(), directory.resolve("data"));
    }

    /** Topics of its own for each test. */
    @BeforeEach
    void createTopics() {
        topics = new Topics("test" + ++tests + '.');
        Topic.create(broker.bootstrapServer(), topics, 3);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void appliedRulesAreListedUntilTheyAreRemoved() throws IOException {
        Result applied = rules("apply", file(MARK + ", " + EVERYWHERE), "--effective", "2020-05-01");
        assertThat(applied.status()).as(applied.err()).isZero();
        assertThat(applied.err()).contains("Applied 2 rules, effective 2020-05-01T00:00:00Z.");
        assertThat(rules("list", "--output", "jsonl").out()).isEqualTo("""
                        {"id":"everywhere","series":{},"when":{"value":{"below":0}}}
                        {"id":"mark","series":{"indicator":"rd-intensity"},"when":{"value":{"atLeast":2.6}}}
                        """);
        assertThat(rules("list").out().lines())
                .anyMatch(
                        line -> line.contains("mark") && line.contains("rd-intensity") && line.contains("2020-05-01"));

        assertThat(rules("remove", "everywhere", "--effective", "2020-06-01").status())
                .isZero();

        assertThat(rules("list", "--output", "jsonl").out().lines())
                .singleElement()
                .asString()
                .contains("mark");
        assertThat(Topic.records(broker.bootstrapServer(), topics.rules()))
                .filteredOn(record -> record.key().equals("everywhere"))
                .extracting(ConsumerRecord::timestamp)
                .hasSize(6)
                .containsOnly(1_588_291_200_000L, 1_590_969_600_000L);
    }

    @Test
    void aRuleAboutAnotherIndicatorIsNotLeftWhereItWas() throws IOException {
        rules("apply", file(EVERYWHERE));
        rules("apply", file(EVERYWHERE.replace("{}", "{indicator: rd-intensity}")));

        assertThat(Topic.records(broker.bootstrapServer(), topics.rules()).stream()
                        .filter(record -> record.value() == null))
                .hasSize(2);
        assertThat(rules("list", "--output", "jsonl").out().lines())
                .singleElement()
                .asString()
                .contains("rd-intensity");
    }

    @Test
    void aFileWithOneWrongRulePublishesNone() throws IOException {
        Result applied = rules("apply", file(MARK + ", " + EVERYWHERE.replace("below", "bellow")));

        assertThat(applied.status()).isEqualTo(2);
        assertThat(applied.err()).contains("rules.yaml:1:", "did you mean 'below'", "nothing was applied");
        assertThat(rules("list").err()).contains("No rule is in effect.");
    }

    @Test
    void aRuleThatWouldNeverMeetItsBenchmarkIsRefused() throws IOException {
        String apart = "{id: apart, series: {}, when: {gap: {to: {area: OECD, indicator: rd-intensity}, below: 0}}}";

        Result applied = rules("apply", file(MARK + ", " + apart));

        assertThat(applied.status()).isEqualTo(2);
        assertThat(applied.err()).contains("'apart'", "never meet", "nothing was applied");
        assertThat(rules("list").err()).contains("No rule is in effect.");
    }

    @Test
    void anUnknownRuleCannotBeRemoved() throws IOException {
        rules("apply", file(MARK));

        Result removed = rules("remove", "marc");

        assertThat(removed.status()).isEqualTo(2);
        assertThat(removed.err()).contains("no rule 'marc' is in effect; did you mean 'mark'?");
    }

    private Result rules(String what, String... arguments) {
        List<String> all = new ArrayList<>(
                List.of("rules", what, "--bootstrap-server", broker.bootstrapServer(), "--prefix", topics.prefix()));
        all.addAll(List.of(arguments));
        return cli.run(all.toArray(String[]::new));
    }

    private String file(String rules) throws IOException {
        return Files.writeString(directory.resolve("rules.yaml"), "rules: [" + rules + "]\n")
                .toString();
    }
}
