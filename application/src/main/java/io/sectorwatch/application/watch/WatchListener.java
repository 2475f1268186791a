package io.sectorwatch.application.watch;

import io.sectorwatch.application.ingest.PublicationListener;
import io.sectorwatch.application.ingest.Rejected;
import io.sectorwatch.ingest.intake.DataSetSummary;
import io.sectorwatch.ingest.plausibility.Warned;
import java.time.Duration;
import java.time.Instant;

/** Hears how a watch gets on. */
public interface WatchListener extends PublicationListener {
    /** A round was gone. */
    void gone(Instant begun, RoundTally tally);

    /** A round came to nothing, and is tried again after a pause. */
    void failed(Instant begun, String reason, Duration pause);

    /** A source cannot be had in this round. */
    void unavailable(String source, String reason);

    /** Something in a source is left out. */
    void noted(String words);

    /** A data set was compared with what is known, and its news published. */
    default void compared(DataSetSummary dataSet) {}

    /** What of what was published may be a mistake, perhaps nothing. */
    default void warned(Warned warned) {}

    /** What a round rejected, perhaps nothing. */
    void rejected(Rejected rejected);

    /** What was read cannot be remembered, and will be read again. */
    void forgets(String reason);
}
