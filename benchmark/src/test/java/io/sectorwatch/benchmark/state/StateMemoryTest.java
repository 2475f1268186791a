package io.sectorwatch.benchmark.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateMemoryTest {
    private static final int INDICATORS = 100;

    @Test
    void aMillionVintagesFitIntoAHundredMegabytesWithTheirSeriesAndWatches() {
        StateMemory measured = StateMemory.measure(INDICATORS);

        assertThat(measured.vintages()).isGreaterThan(1_000_000);
        assertThat((double) measured.whole() / measured.vintages())
                .as("bytes a vintage, with its part of series and watches")
                .isBetween(24.0, 100.0);
    }
}
