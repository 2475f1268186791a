package io.sectorwatch.ingest.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 10, 500_000})
    void givesBackWhatWasPutAndLeavesNothingBehind(int count, @TempDir Path directory) throws IOException {
        try (Spill spill = new Spill(directory)) {
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
            assertThat(directory).isEmptyDirectory();
        }
    }

    private static @Nullable String text(Random random) {
        int kind = random.nextInt(10);
        return kind == 0 ? null : kind == 1 ? "" : "\u00e9\u4e2d" + random.nextLong();
    }
}
