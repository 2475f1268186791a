package io.sectorwatch.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JobOptionsTest {
    @Test
    void whatIsMeasuredIsCompiledAsWhatPeopleRun() throws IOException {
        String script = Files.readString(Path.of("../package/lib/start.sh"));

        assertThat(Arrays.stream(BenchmarkCommand.JVM_OPTIONS.split(" ")).filter(option -> option.startsWith("-XX:")))
                .hasSize(4)
                .allSatisfy(option -> assertThat(script).contains(option));
    }
}
