package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.watch.Office;
import io.sectorwatch.launcher.Cli.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorsIT {
    private static final String TICK = "{\"tick\":\"2025-06-01T00:00:00Z\"}";

    @TempDir
    private Path directory = Path.of("");

    private Cli cli = new Cli(directory);

    @BeforeEach
    void putOutputBesideTheData() {
        cli = new Cli(directory);
    }

    @Test
    void aPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Result result =
                    cli.run("demo", "--exit", "--data", data(), "--port", Integer.toString(taken.getLocalPort()));

            assertOneLine(result, 2, "port " + taken.getLocalPort());
        }
    }

    @Test
    void aDataDirectoryThatIsAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "in the way");

        assertOneLine(cli.run("demo", "--exit", "--data", file.toString(), "--port", port()), 2, file.toString());
    }

    @Test
    void aDataDirectoryInUse() {
        try (RunningBroker broker = new RunningBroker(cli, directory.resolve("data"))) {
            assertThat(broker.address()).startsWith("127.0.0.1:");
            assertOneLine(cli.run("demo", "--exit", "--data", data(), "--port", port()), 2, data());
        }
    }

    @Test
    void aServerThatDoesNotAnswer() {
        String address = "127.0.0.1:" + port();

        assertOneLine(cli.run("alerts", "--bootstrap-server", address), 2, address);
    }

    @Test
    void anUnknownSource() {
        assertOneLine(cli.run("ingest", "--dry-run", "nowhere.jsonl"), 2, "nowhere.jsonl");
    }

    @Test
    void whatTheWebDoesNotGive() throws IOException {
        try (Office office = new Office("<html><title>Maintenance</title></html>")) {
            Result result = cli.run(
                    "ingest",
                    office.address(Office.PATH),
                    office.address(Office.UNDATED),
                    office.address("/gone?api_key=hush").replace("http://", "http://me:secret@"));

            assertThat(result.status()).as(result.err()).isEqualTo(2);
            assertThat(result.out()).isEmpty();
            assertThat(result.err().lines())
                    .hasSize(4)
                    .anyMatch(line -> line.contains("this is a web page ('Maintenance') and no data"))
                    .anyMatch(
                            line -> line.contains("history must not be dated by the day it is read: give it with --p"))
                    .anyMatch(line -> line.contains("/gone?api_key=…: answered with status 404"))
                    .noneMatch(line -> line.contains("hush") || line.contains("secret"));
        }
    }

    @Test
    void whatCannotBeWatched() {
        assertOneLine(cli.run("ingest", "--watch", "-"), 2, "'-' is read once");
        assertOneLine(
                cli.run("ingest", "--watch", "--published", "2024-03-13", "."), 2, "--published dates one edition");
        assertOneLine(cli.run("ingest", "--watch", "--every", "1s", "."), 2, "--every '1s'");
    }

    @Test
    void aBrokenLineIsReportedAndTheOthersCount() throws IOException {
        Path facts = Files.writeString(directory.resolve("facts.jsonl"), TICK + "\n{\"tick\n" + TICK + "\n");

        Result result = cli.run("ingest", "--dry-run", "--output", "jsonl", facts.toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEqualTo(TICK + "\n" + TICK + "\n");
        assertThat(result.err()).contains("facts.jsonl:2: not JSON").doesNotContain("line 1", "\tat ");
    }

    @Test
    void aRuleThatIsNone() {
        assertOneLine(
                cli.run(
                        "replay",
                        "--file",
                        "brief",
                        "--rules",
                        "../rules/rd-intensity.yaml",
                        "--rule",
                        "rd-intensity-soon"),
                2,
                "there is no rule 'rd-intensity-soon'");
        assertOneLine(cli.run("rules", "check", "nowhere.yaml"), 2, "there is no rules file nowhere.yaml");
    }

    @Test
    void codesThatNothingIsAbout() {
        Result replay = cli.run("replay", "--file", "brief", "--rules", "../rules/rd-intensity.yaml", "--area", "CHI");

        assertThat(replay.status()).isZero();
        assertThat(replay.err())
                .contains("No alert was raised", "Is what --indicator, --area and --sector name spelt right?");
    }

    @Test
    void anUnknownOption() {
        assertOneLine(cli.run("alerts", "--opne"), 2, "--opne");
    }

    @Test
    void aChoiceThatIsNone() {
        assertOneLine(cli.run("alerts", "--severity", "loud"), 2, "one of info, warning, critical, not 'loud'");
        assertOneLine(cli.run("alerts", "--output", "jsonk"), 2, "one of table, csv, jsonl, not 'jsonk'; did you mean");
    }

    private static void assertOneLine(Result result, int status, String about) {
        assertThat(result.status()).as(result.err()).isEqualTo(status);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines().filter(line -> line.startsWith("sectorwatch: ")))
                .singleElement()
                .asString()
                .contains(about);
        assertThat(result.err()).doesNotContain("\tat ", "Exception");
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private static String port() {
        return Integer.toString(Cli.freePort());
    }
}
