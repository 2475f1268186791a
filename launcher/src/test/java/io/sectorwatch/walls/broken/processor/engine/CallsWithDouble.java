package io.sectorwatch.walls.broken.processor.engine;

import java.math.BigDecimal;

public final class CallsWithDouble {
    public static BigDecimal half() {
        return BigDecimal.valueOf(0.5);
    }

    private CallsWithDouble() {}
}
