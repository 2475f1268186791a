package io.sectorwatch.launcher.command;

import io.sectorwatch.application.ingest.Sources;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceReader;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads sources, shows how far that has come, and says what was left out. */
final class IngestReading {
    static void read(
            SectorwatchCommand root, Sources sources, Intake intake, SourceReader.Options options, Instant now) {
        // Words between the frames of a bar would be garbled.
        List<String> notes = new ArrayList<>();
        SourceReader reader = new SourceReader(options, now, intake, notes::add);
        try (ReadingProgress progress = new ReadingProgress(root.err(), root.progressScreen(), sources.bytes())) {
            sources.read(intake, reader, progress::watch);
        }
        notes.forEach(root.err()::println);
        leftOut(root.err(), reader.unwanted(), "that no mapping wants");
        leftOut(root.err(), reader.unmapped(), "of data sets that no mapping fits");
    }

    private static void leftOut(PrintStream err, long rows, String which) {
        if (rows > 0) {
            err.println("Left out " + rows + (rows == 1 ? " row " : " rows ") + which + ".");
        }
    }

    private IngestReading() {}
}
