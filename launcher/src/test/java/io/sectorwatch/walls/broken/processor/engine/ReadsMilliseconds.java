package io.sectorwatch.walls.broken.processor.engine;

public final class ReadsMilliseconds {
    public static long time() {
        return System.currentTimeMillis();
    }

    private ReadsMilliseconds() {}
}
