package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is too small, mounted where only the command itself sees it. */
@Timeout(150)
class FullDiskIT {
    private static final String MOUNT = "mount -t tmpfs -o size=100k tmpfs \"$0\" && ";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theDemonstrationSaysThatNoSpaceIsLeftAndEnds() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(
                run(List.of("sh", "-c", "unshare -m true")) == 0 && mounted(MOUNT + "true", disk) == 0,
                "no file system may be mounted here, so no full disk was tried");

        int status = mounted(
                MOUNT + "exec '" + String.join("' '", Cli.JAVA)
                        + "' io.sectorwatch.launcher.Sectorwatch demo --exit --data \"$0\"/data --port "
                        + Cli.freePort(),
                disk);

        assertThat(errors().lines().filter(line -> line.startsWith("sectorwatch: ")))
                .singleElement()
                .asString()
                .startsWith("sectorwatch: the embedded broker gave up")
                .contains("no space is left for the directory " + disk);
        assertThat(errors()).doesNotContain("\tat ", "Exception");
        assertThat(status).isEqualTo(1);
    }

    private int mounted(String command, Path disk) throws IOException, InterruptedException {
        return run(List.of("unshare", "-m", "sh", "-c", command, disk.toString()));
    }

    private int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start()
                .waitFor();
    }

    private String errors() throws IOException {
        return Files.readString(directory.resolve("err"));
    }
}
