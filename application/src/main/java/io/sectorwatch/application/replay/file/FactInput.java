package io.sectorwatch.application.replay.file;

import io.sectorwatch.ingest.intake.Intake;
import java.io.IOException;
import java.time.Instant;

/** Reads facts from wherever they are. */
public interface FactInput {
    /** Reads all of it into an intake; nothing can be known after {@code now}. */
    void read(Intake intake, Instant now) throws IOException;
}
