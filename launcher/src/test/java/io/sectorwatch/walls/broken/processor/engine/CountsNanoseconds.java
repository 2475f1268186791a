package io.sectorwatch.walls.broken.processor.engine;

public final class CountsNanoseconds {
    public static long since(long begun) {
        return System.nanoTime() - begun;
    }

    private CountsNanoseconds() {}
}
