package io.sectorwatch.walls.broken.processor.engine;

import java.util.UUID;

public final class MakesIds {
    public static String id() {
        return UUID.randomUUID().toString();
    }

    private MakesIds() {}
}
