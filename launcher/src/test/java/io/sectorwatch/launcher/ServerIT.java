package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do at a server that runs already. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerIT {
    private static final String INSTALLED = "installed.";

    private Path directory = Path.of("");
    private Cli cli = new Cli(directory);
    private EmbeddedBroker broker;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void runTheDemonstration(@TempDir Path temporary) {
        directory = temporary;
        cli = new Cli(directory);
        broker = EmbeddedBroker.start(Cli.freePort(), directory.resolve("broker-data"));
        assertThat(demo(INSTALLED).status()).isZero();
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void installationsOfDifferentPrefixesDoNotKnowOfEachOther() {
        Result other = demo("other.");

        assertThat(other.status()).as(other.err()).isZero();
        assertThat(at("alerts", "--prefix", "other.").out())
                .isNotEmpty()
                .isEqualTo(at("alerts", "--prefix", INSTALLED).out());
    }

    @Test
    void topicsAreCreatedOnceAndThenAsTheyMustBe() {
        Result first = at("topics", "--prefix", "fresh.", "--sectors", "quantum", "--partitions", "2");
        Result second = at("topics", "--prefix", "fresh.", "--sectors", "quantum", "--partitions", "2");

        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out()).contains("created fresh.indicators\n", "created fresh.alerts.sector.quantum\n");
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(second.out()).isEmpty();
    }

    @Test
    void topicsSaysWhatDiffers() {
        Result result = at("topics", "--prefix", INSTALLED, "--partitions", "2");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("topic installed.indicators has 1 partitions, expected 2\n");
    }

    @Test
    void alertsOfSomeAreasSectorsAndSeverities() {
        Result some = at(
                "alerts",
                "--prefix",
                INSTALLED,
                "--area",
                "CHN,USA",
                "--sector",
                "semiconductors",
                "--severity",
                "warning");

        List<String> all = at("alerts", "--prefix", INSTALLED).out().lines().toList();
        assertThat(some.out().lines())
                .isNotEmpty()
                .containsExactlyElementsOf(all.stream()
                        .filter(line -> line.matches(".{23}warning   \\S+ +(CHN|USA)/semiconductors  .*"))
                        .toList());
    }

    @Test
    void openAlertsAreThoseWhoseLastTransitionOpens() {
        List<String> open = at("alerts", "--prefix", INSTALLED, "--open", "--output", "jsonl")
                .out()
                .lines()
                .toList();

        assertThat(open)
                .isNotEmpty()
                .allMatch(line ->
                        line.contains("\"transition\":\"RAISED\"") || line.contains("\"transition\":\"UPDATED\""));
        assertThat(at("alerts", "--prefix", INSTALLED, "--output", "jsonl")
                        .out()
                        .lines())
                .containsAll(open);
    }

    @Test
    void alertsOfAnUnknownPrefixAreAnError() {
        Result result = at("alerts", "--prefix", "nobody.");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("there is no topic nobody.alerts at " + broker.bootstrapServer());
    }

    private Result demo(String prefix) {
        return at(
                "demo",
                "--exit",
                "--prefix",
                prefix,
                "--data",
                directory.resolve(prefix).toString());
    }

    private Result at(String command, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = command;
        arguments[1] = "--bootstrap-server";
        arguments[2] = broker.bootstrapServer();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return cli.run(arguments);
    }
}
