package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.launcher.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionIT {
    private static final Pattern OF_THE_BUILD =
            Pattern.compile("<artifactId>sectorwatch</artifactId>\\s*<version>(.*?)</version>");

    @Test
    void theVersionIsThatOfTheBuild(@TempDir Path directory) throws IOException {
        Matcher version = OF_THE_BUILD.matcher(Files.readString(Path.of("../pom.xml"), UTF_8));
        assertThat(version.find()).isTrue();

        Result result = new Cli(directory).run("--version");

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("sectorwatch " + version.group(1) + System.lineSeparator());
        assertThat(result.err()).isEmpty();
    }
}
