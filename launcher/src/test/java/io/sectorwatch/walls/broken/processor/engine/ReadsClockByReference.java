package io.sectorwatch.walls.broken.processor.engine;

import java.time.Instant;
import java.util.function.Supplier;

public final class ReadsClockByReference {
    public static final Supplier<Instant> TIME = Instant::now;

    private ReadsClockByReference() {}
}
