package io.sectorwatch.application.watch;

import java.time.Duration;
import java.time.Instant;

/** Hears how a watch gets on. */
public interface WatchListener {
    /** A round was gone. */
    void gone(Instant begun, RoundTally tally);

    /** A round came to nothing, and is tried again after a pause. */
    void failed(Instant begun, String reason, Duration pause);
}
