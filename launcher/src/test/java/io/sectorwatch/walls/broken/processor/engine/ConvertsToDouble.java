package io.sectorwatch.walls.broken.processor.engine;

import java.math.BigDecimal;

public final class ConvertsToDouble {
    public static boolean isMore(BigDecimal one, BigDecimal other) {
        return one.doubleValue() > other.doubleValue();
    }

    private ConvertsToDouble() {}
}
