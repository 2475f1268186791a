package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Publications as a person ingests them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestIT {
    private static final String MAPPING = """
            dataset: example
            area: {from: area}
            indicator: rd-intensity
            source: example
            published: given
            holds: whole
            """;

    private Path directory = Path.of("");
    private Cli cli = new Cli(directory);
    private EmbeddedBroker broker;
    private String mapping = "";
    private int tests;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        cli = new Cli(directory);
        mapping = file("mapping.yaml", MAPPING);
        broker = EmbeddedBroker.start(Cli.freePort(), directory.resolve("data"));
    }

    /** Topics of its own for each test. */
    @BeforeEach
    void createTopics() {
        tests++;
        Topic.create(broker.bootstrapServer(), new Topics(prefix()), 1);
    }

    private String prefix() {
        return "test" + tests + '.';
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void releasesFollowEachOther() throws IOException {
        String first = file("first.csv", "area,year,value\nCHN,2022,2.55\nCHN,2023,2.64\nEGY,2022,1.0\n");
        String second = file("second.csv", "area,year,value\nCHN,2022,2.55\nCHN,2023,2.58\n");

        Result dry = ingest("--dry-run", "--published", "2024-03-13", first);
        assertThat(dry.err()).contains("3 facts would be published.");
        assertThat(observations()).isEmpty();

        Result one = ingest("--published", "2024-03-13", first);
        assertThat(one.status()).as(one.err()).isZero();
        assertThat(one.out()).isEqualTo("""
                example
                 Published   Series  Observations  New  Revised  Withdrawn  Unchanged
                 2024-03-13       2             3    3        0          0          0
                """);
        assertThat(ingest("--published", "2025-01-23", second).out())
                .contains("\n 2025-01-23       1             2    0        1          1          1\n");
        assertThat(ingest("--published", "2025-01-23", second).err()).contains("Published 0 facts.");
        assertThat(observations()).hasSize(5);
        assertThat(observations().subList(3, 5))
                .satisfiesExactly(
                        fact -> assertThat(fact).contains("EGY", "\"value\":null", "2025-01-23"),
                        fact -> assertThat(fact).contains("CHN", "\"value\":2.58", "2025-01-23"));
    }

    @Test
    void whatIsRejectedIsReportedAndStopsNothingUnlessThatIsWanted() throws IOException {
        String csv = file("figures.csv", "area,year,value\nCHN,2022,2.55\nCHN,2023,two\n");
        Path report = directory.resolve("report.jsonl");

        Result strict = ingest("--strict", "--published", "2024-03-13", csv);
        assertThat(strict.status()).isEqualTo(1);
        assertThat(strict.err()).contains(csv + ":3: ", "Rejected 1 row.", "Nothing was published");
        assertThat(observations()).isEmpty();

        Result result = ingest("--report", report.toString(), "--published", "2024-03-13", csv);
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("Published 1 fact.", "Rejected 1 row: see " + report);
        assertThat(result.out()).startsWith("example: 1 row rejected\n");
        assertThat(Files.readString(report))
                .startsWith("{\"file\":\"" + csv + "\",\"line\":3,\"reason\":\"")
                .endsWith("\"row\":\"CHN,2023,two\"}\n");
        assertThat(observations()).hasSize(1);
    }

    @Test
    void whatNobodyDatedIsRefused() throws IOException {
        Result result = ingest(file("figures.csv", "area,year,value\nCHN,2022,2.55\n"));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("when it was published stands nowhere in it", "Rejected 1 file.");
    }

    @Test
    void whatIsRejectedIsToldAlsoWhereNoServerAnswers() throws IOException {
        String csv = file("half.csv", "area,year,value\nCHN,2022,2.55\nCHN,2023,two\n");

        Result result = cli.run(
                "ingest", "--bootstrap-server", "127.0.0.1:1", "--mapping", mapping, "--published", "2024-03-13", csv);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains(csv + ":3: ", "Rejected 1 row.", "no Kafka server answers at 127.0.0.1:1");
    }

    @Test
    void namesEveryMistakeOfAMappingInALineOfItsOwn() throws IOException {
        String wrong =
                file("wrong.yaml", "dataset: small\narea: FRA\nindicator: a\nperiod: year\nsource: x\nholds: al\n");
        Result result = cli.run("ingest", "--dry-run", "--mapping", wrong, file("any.csv", "area,year,value\n"));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err().lines())
                .containsExactlyInAnyOrder(
                        wrong + ":4:1: field 'period' is a text: write period: {from: year}",
                        wrong + ":6:1: field 'holds' is 'al', none of part, series, whole",
                        "sectorwatch: the mapping " + wrong + " has mistakes, and nothing was read");
    }

    @Test
    void asksNoServerOffline() throws IOException {
        String csv = file("offline.csv", "area,year,value\nCHN,2022,2.55\n");

        Result result = cli.run(
                "ingest",
                "--dry-run",
                "--offline",
                "--bootstrap-server",
                "127.0.0.1:1",
                "--output",
                "jsonl",
                "--mapping",
                mapping,
                "--published",
                "2024-03-13",
                csv);

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith("{\"indicator\":\"rd-intensity\",\"area\":\"CHN\"")
                .hasLineCount(1);
        assertThat(result.err()).doesNotContain("server");
        assertThat(cli.run("ingest", "--offline", csv).err()).contains("--dry-run alone may: give both");
    }

    @Test
    void saysWhatIsMissingWhereNothingIsToBeIngested() {
        Result result = cli.run("ingest", "--dry-run");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("say what to ingest");
    }

    @Test
    void initChoosesAndExplainsWhereNobodyCanBeAsked() throws IOException {
        String csv = file("own.csv", "Country,2022,2023\nPoland,1.5,2.5\n");

        Result result = cli.run("ingest", "init", csv);
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).contains("area: {from: Country, codes: names}   # by its name", "published: given");
        assertThat(result.err())
                .contains("  Country: by its name; 1 of 1 text is known")
                .contains("With mapping own: 1 series, 2 observations.")
                .contains("--published DATE " + csv);

        Result taken = cli.run(
                "ingest",
                "--dry-run",
                "--offline",
                "--mapping",
                file("own.yaml", result.out()),
                "--published",
                "2024-03-13",
                csv);
        assertThat(taken.status()).as(taken.err()).isZero();
        assertThat(taken.err()).contains("2 facts would be published.");
    }

    @Test
    void initAsksAtATerminalUntilTheAnswerMakesSense() throws IOException {
        String csv = file("asked.csv", "Country,2022,2023\nPoland,1.5,2.5\n");
        Running init = cli.start(Map.of("JAVA_TOOL_OPTIONS", "-Dsectorwatch.in.terminal=true"), "ingest", "init", csv);
        try (Writer answers = init.process().outputWriter(UTF_8)) {
            answers.write("Chips\nKountry\nUSA\nmillion-usd\n\n2024-03-13\n");
        }

        Result result = init.await();
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("indicator: chips\n", "area: USA   # as you say\n", "unit: million-usd\n")
                .contains("published: given   # of the edition at hand: --published 2024-03-13");
        assertThat(result.err()).contains("'Kountry' is no column, and no code of an area that is known");
    }

    @Test
    void initWritesNothingForWhatHoldsNoFigures() throws IOException {
        Result result = cli.run("ingest", "init", file("empty.csv", ""));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void describesNoFileThatCannotBeRead() throws IOException {
        String page = file("page.csv", "<html><title>Busy</title></html>");
        Result result = cli.run("ingest", "--describe", page);

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith(page + ": this is a web page ('Busy')");
    }

    private Result ingest(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "ingest", "--bootstrap-server", broker.bootstrapServer(), "--prefix", prefix(), "--mapping", mapping));
        all.addAll(List.of(arguments));
        return cli.run(all.toArray(String[]::new));
    }

    private List<String> observations() {
        return Topic.facts(broker.bootstrapServer(), prefix() + "indicators").stream()
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
