package io.sectorwatch.ingest.web;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Sleeper {
    /** Returns after that long. */
    void sleep(Duration time) throws InterruptedException;
}
