package io.sectorwatch.ingest.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Keeps the requests to one host apart, since services share their strength among many. Not thread-safe. */
public final class Pace {
    /** Between the beginnings of two requests. */
    public static final Duration USUAL = Duration.ofSeconds(1);

    private final Duration apart;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Map<String, Instant> lastAsked = new HashMap<>();

    /** Requests to one host begin at least so far apart. */
    public Pace(Duration apart, InstantSource clock, Sleeper sleeper) {
        this.apart = apart;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Waits for a host's turn. */
    void await(String host) throws InterruptedException {
        Instant last = lastAsked.get(host);
        if (last != null) {
            Duration left = apart.minus(Duration.between(last, clock.instant()));
            // A clock that was set back would have us wait for hours.
            if (!left.isNegative() && !left.isZero()) {
                sleeper.sleep(left.compareTo(apart) < 0 ? left : apart);
            }
        }
        lastAsked.put(host, clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    void sleep(Duration time) throws InterruptedException {
        sleeper.sleep(time);
    }
}
