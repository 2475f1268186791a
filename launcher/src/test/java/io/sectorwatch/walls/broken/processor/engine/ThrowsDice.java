package io.sectorwatch.walls.broken.processor.engine;

import java.util.concurrent.ThreadLocalRandom;

public final class ThrowsDice {
    public static int six() {
        return ThreadLocalRandom.current().nextInt(1, 7);
    }

    private ThrowsDice() {}
}
