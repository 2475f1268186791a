package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.launcher.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesIT {
    private static final String MARK = "{id: mark, series: {indicator: rd-intensity}, when: {value: {atLeast: 2.6}}}";
    private static final String EVERYWHERE = "{id: everywhere, series: {}, when: {value: {below: 0}}}";

    @TempDir
    private Path directory = Path.of("");

    private Cli cli = new Cli(directory);
    private RunningBroker broker;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() {
        cli = new Cli(directory);
        broker = new RunningBroker(cli, directory.resolve("data"));
        Result topics = cli.run("topics", "--partitions", "3", "--bootstrap-server", broker.address());
        assertThat(topics.status()).as(topics.err()).isZero();
    }

    @AfterEach
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
        assertThat(Topic.records(broker.address(), "sectorwatch.rules"))
                .filteredOn(record -> record.key().equals("everywhere"))
                .extracting(ConsumerRecord::timestamp)
                .hasSize(6)
                .containsOnly(1_588_291_200_000L, 1_590_969_600_000L);
    }

    @Test
    void aRuleAboutAnotherIndicatorIsNotLeftWhereItWas() throws IOException {
        rules("apply", file(EVERYWHERE));
        rules("apply", file(EVERYWHERE.replace("{}", "{indicator: rd-intensity}")));

        assertThat(Topic.records(broker.address(), "sectorwatch.rules").stream()
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
        String[] all = new String[arguments.length + 4];
        all[0] = "rules";
        all[1] = what;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[all.length - 2] = "--bootstrap-server";
        all[all.length - 1] = broker.address();
        return cli.run(all);
    }

    private String file(String rules) throws IOException {
        return Files.writeString(directory.resolve("rules.yaml"), "rules: [" + rules + "]\n")
                .toString();
    }
}
