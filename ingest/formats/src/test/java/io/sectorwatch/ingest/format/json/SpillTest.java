package io.sectorwatch.ingest.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 10, 500_000})
    void givesBackWhatWasPutAndLeavesNothingBehind(int count) throws IOException {
        try (Spill spill = new Spill()) {
            Random random = new Random(count);
            for (int i = 0; i < count; i++) {
                spill.number(random.nextLong() >>> 1 >>> random.nextInt(63));
                spill.text(text(random));
            }
            Spill.Reading reading = spill.read();
            Random again = new Random(count);
            for (int i = 0; i < count; i++) {
                assertThat(reading.number()).isEqualTo(again.nextLong() >>> 1 >>> again.nextInt(63));
                assertThat(reading.text()).isEqualTo(text(again));
            }
            assertThat(spills()).isZero();
        }
    }

    private static @Nullable String text(Random random) {
        int kind = random.nextInt(10);
        return kind == 0 ? null : kind == 1 ? "" : "\u00e9\u4e2d" + random.nextLong();
    }

    private static long spills() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".spill"))
                    .count();
        }
    }
}
