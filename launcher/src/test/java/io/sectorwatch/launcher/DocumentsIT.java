package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sectorwatch.launcher.Cli.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show is what one gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```(sh|text)\n(.*?)```", Pattern.DOTALL);

    private Path directory = Path.of("");
    private String demonstration = "";
    private RunningBroker broker;

    static List<String> commands() {
        List<String> commands = new ArrayList<>();
        for (String document : List.of("README.md", "docs/operation.md")) {
            for (String block : blocks(document, "sh")) {
                block.lines()
                        .filter(line -> !line.equals("./sectorwatch demo")
                                && !line.startsWith("./mvnw")
                                && !line.startsWith("benchmark/run"))
                        .forEach(commands::add);
            }
        }
        return commands;
    }

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void runTheFirstCommand(@TempDir Path temporary) {
        directory = temporary;
        Cli cli = new Cli(directory);
        Path data = directory.resolve("data");
        Running demo = cli.start(
                Map.of("JAVA_TOOL_OPTIONS", "-Dsectorwatch.out.columns=80", "NO_COLOR", "1"),
                "demo",
                "--exit",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(Cli.freePort()));
        demonstration = demo.await().out();
        broker = new RunningBroker(cli, data);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void theReadmeShowsRealOutput() {
        List<String> printed = demonstration.lines().map(String::stripTrailing).toList();

        assertThat(printed)
                .containsSubsequence(blocks("README.md", "text")
                        .get(0)
                        .lines()
                        .map(String::stripTrailing)
                        .toList());
        assertThat(printed).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandOfTheDocumentsWorks(String command) throws IOException, InterruptedException {
        assumeTrue(
                !command.startsWith("kcat") || onPath("kcat"), "kcat is not installed, so its command was not tried");
        // The command stands for a script that may not be built here; it is the same program.
        String line = command.replace("./sectorwatch", "sectorwatch").replace("127.0.0.1:9092", broker.address());
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", function() + line).redirectErrorStream(true);
        Map<String, String> environment = new HashMap<>();
        environment.put("SECTORWATCH_BOOTSTRAP_SERVER", broker.address());
        shell.environment().putAll(environment);
        Process process = shell.start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out).isNotBlank();
    }

    private static String function() {
        return "sectorwatch() { '" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                + "' io.sectorwatch.launcher.Sectorwatch \"$@\"; }; ";
    }

    private static List<String> blocks(String document, String language) {
        try {
            Matcher blocks = BLOCK.matcher(Files.readString(ROOT.resolve(document)));
            List<String> found = new ArrayList<>();
            while (blocks.find()) {
                if (language.equals(blocks.group(1))) {
                    found.add(Objects.requireNonNull(blocks.group(2)));
                }
            }
            return found;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean onPath(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + command).start().waitFor() == 0;
    }
}
