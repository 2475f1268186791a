package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.launcher.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay of two releases in files tells a person. No server answers here. */
class FileReplayIT {
    private static final String HEADER = "Entity,Code,Year,Research and development expenditure (% of GDP)\n";
    private static final String FIRST = HEADER + "Germany,DEU,2020,3.13\nGermany,DEU,2021,3.13\nChina,CHN,2021,2.43\n";
    private static final String SECOND =
            HEADER + "Germany,DEU,2020,2.98\nGermany,DEU,2021,2.95\nGermany,DEU,2022,3.13\n";
    private static final String RULES = """
            rules:
              - id: at-least-3
                title: R&D intensity <at least> 3 %
                series: {indicator: rd-intensity}
                when: {value: {atLeast: 3}}
            """;

    @TempDir
    private Path directory = Path.of("");

    private Cli cli = new Cli(directory);

    @BeforeEach
    void putOutputBesideTheFiles() {
        cli = new Cli(directory);
    }

    @Test
    void transitionsStandBeneathTheReleaseThatTheyCameOf() throws IOException {
        Result replay = replay();

        assertThat(replay.status()).as(replay.err()).isZero();
        assertThat(replay.out()).isEqualTo("""
                2024-06-15  release of owid-rd-intensity, by our-world-in-data: 3 new
                  R&D intensity <at least> 3 % (at-least-3)
                    RAISED     info      certain   DEU/economy  Germany's R&D intensity of 2021
                            is 3.13 %: at least 3 %
                2025-06-15  release of owid-rd-intensity, by our-world-in-data: 1 new, 2
                            revised, 1 withdrawn
                  R&D intensity <at least> 3 % (at-least-3)
                    RETRACTED  info      certain   DEU/economy  Germany's R&D intensity of 2021
                            was revised from 3.13 to 2.95 %: it never was at least 3 %
                    RAISED     info      certain   DEU/economy  Germany's R&D intensity of 2022
                            is 3.13 %: at least 3 %
                """);
    }

    @Test
    void thePageSaysWhatWasDecidedAndComparesNothing() throws IOException {
        Path page = directory.resolve("page.html");

        Result replay = replay("--html", page.toString());

        assertThat(replay.status()).as(replay.err()).isZero();
        assertThat(Files.readString(page))
                .containsSubsequence(
                        "<title>Replay: 3 transitions, 1 alert open at the end</title>",
                        "7 facts of ",
                        "second.csv@2025-06-15",
                        "<b>2</b> RAISED",
                        "<b>1</b> RETRACTED",
                        "R&amp;D intensity &lt;at least&gt; 3 %<br><small>at-least-3</small>",
                        "2024-06-15&ensp;release of owid-rd-intensity, by our-world-in-data: 3 new",
                        "RAISED",
                        "2025-06-15&ensp;release of owid-rd-intensity",
                        "RETRACTED",
                        "it never was at least 3 %")
                .doesNotContain("<b>live</b>", "What differs")
                .as("what it needs stands in it")
                .doesNotContain("src=", "href=", "@import", "url(", "<script");
    }

    @Test
    void thePageOfAReplayThatDecidedNothingSaysSo() throws IOException {
        Path page = directory.resolve("page.html");

        Result replay = replay("--html", page.toString(), "--to", "2024-01-01");

        assertThat(replay.status()).as(replay.err()).isZero();
        assertThat(Files.readString(page))
                .contains("<h1>Replayed: no alert was raised, updated or ended</h1>")
                .doesNotContain("<svg", "<table");
    }

    private Result replay(String... options) throws IOException {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "replay",
                                "--file",
                                written("first.csv", FIRST) + "@2024-06-15",
                                "--file",
                                written("second.csv", SECOND) + "@2025-06-15",
                                "--rules",
                                written("rules.yaml", RULES)),
                        Stream.of(options))
                .toList();
        return cli.start(
                        Map.of("JAVA_TOOL_OPTIONS", "-Dsectorwatch.out.columns=80", "NO_COLOR", "1"),
                        arguments.toArray(String[]::new))
                .await();
    }

    private String written(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }
}
