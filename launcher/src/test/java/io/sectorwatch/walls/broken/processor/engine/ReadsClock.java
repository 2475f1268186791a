package io.sectorwatch.walls.broken.processor.engine;

import java.time.Instant;

public final class ReadsClock {
    public static Instant time() {
        return Instant.now();
    }

    private ReadsClock() {}
}
