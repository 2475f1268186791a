package io.sectorwatch.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With which options the script starts Java: in its place stands one that says what it was given. */
class StartTest {
    @TempDir
    private Path java = Path.of("");

    @BeforeEach
    void putAnotherInItsPlace() throws IOException {
        Files.createDirectory(java.resolve("bin"));
        Files.createFile(
                java.resolve("bin/java"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(java.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        isOfVersion("17.0.15");
    }

    @ParameterizedTest
    @CsvSource({"run, -Xmx512m", "demo, -Xmx256m", "process, -Xmx256m", "alerts, -Xmx256m"})
    void whatSomebodyRunsForLongHasRoomToGrow(String command, String heap) throws Exception {
        assertThat(started(command))
                .filteredOn(option -> option.startsWith("-Xmx"))
                .containsExactly(heap);
    }

    @Test
    void itsUserHasTheLastWord() throws Exception {
        assertThat(started("run", "SECTORWATCH_OPTS=-Xmx2g")).containsSubsequence("-Xmx512m", "-Xmx2g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "25.0.3", "26-ea"})
    void theNewestVersionsOfJavaAreNotToWarn(String version) throws Exception {
        isOfVersion(version);

        assertThat(started("run"))
                .contains("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.15", "21.0.1", "23"})
    void olderOnesAreGivenNothingThatTheyDoNotKnow(String version) throws Exception {
        isOfVersion(version);

        assertThat(started("run")).noneMatch(option -> option.startsWith("--"));
    }

    @Test
    void oneThatDoesNotSayWhichItIsIsTakenForAnOlderOne() throws Exception {
        Files.delete(java.resolve("release"));

        assertThat(started("run")).noneMatch(option -> option.startsWith("--"));
    }

    private void isOfVersion(String version) throws IOException {
        Files.writeString(java.resolve("release"), "IMPLEMENTOR=\"us\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private List<String> started(String command, String... environment) throws Exception {
        List<String> words = new ArrayList<>(List.of("env", "JAVA_HOME=" + java));
        words.addAll(List.of(environment));
        words.addAll(List.of("sh", Path.of("bin/sectorwatch").toAbsolutePath().toString(), command));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        List<String> options = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(options.toString()).isZero();
        return options;
    }
}
