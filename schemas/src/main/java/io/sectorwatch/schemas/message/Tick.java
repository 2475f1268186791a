package io.sectorwatch.schemas.message;

import java.time.Instant;

/** Time passes, and nothing else. */
public record Tick(Instant tick) implements IndicatorMessage {
    @Override
    public Instant time() {
        return tick;
    }

    @Override
    public String subject() {
        return "tick";
    }
}
