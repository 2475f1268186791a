package io.sectorwatch.launcher.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingLogTest {
    private static final long FULL = 10;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void itGoesOnBehindWhatTheCrashLeft() throws IOException {
        write("1234\n");
        write("678\n");

        assertThat(log("")).isEqualTo("1234\n678\n");
    }

    @Test
    void aFullOneBecomesAnOlderOneAndTheOldestGoes() throws IOException {
        for (String line : List.of("one......\n", "two......\n", "three....\n", "four.....\n", "five.....\n")) {
            write(line);
        }

        assertThat(log("")).isEqualTo("five.....\n");
        assertThat(log(".1")).isEqualTo("four.....\n");
        assertThat(log(".3")).isEqualTo("two......\n");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void aLineLongerThanAFileIsKeptWhole() throws IOException {
        write("a line that is longer than the file may be\n");

        assertThat(log("")).endsWith("may be\n");
    }

    private void write(String line) throws IOException {
        try (RollingLog log = new RollingLog(directory.resolve("x.log"), FULL)) {
            log.write(line.getBytes(UTF_8));
        }
    }

    private String log(String number) throws IOException {
        return Files.readString(directory.resolve("x.log" + number));
    }
}
