package io.sectorwatch.ingest.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only while somebody sleeps, and then at once. */
public final class ToldTime implements InstantSource, Sleeper {
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");
    private final List<Long> slept = new ArrayList<>();

    /** All sleeping so far, in seconds. */
    public List<Long> slept() {
        return slept;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void sleep(Duration time) {
        slept.add(time.toSeconds());
        now = now.plus(time);
    }
}
