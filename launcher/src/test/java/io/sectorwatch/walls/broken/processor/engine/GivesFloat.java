package io.sectorwatch.walls.broken.processor.engine;

public final class GivesFloat {
    public static float[] halves() {
        return new float[] {0.5f};
    }

    private GivesFloat() {}
}
