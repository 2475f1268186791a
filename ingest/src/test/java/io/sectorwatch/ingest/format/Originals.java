package io.sectorwatch.ingest.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Publications that are not part of the project, to hold readers against: the folder with them is named by the system
 * property sectorwatch.data or the environment variable SECTORWATCH_DATA. A test that wants one is skipped without it.
 */
public final class Originals {
    public static Path file(String name) {
        String folder = System.getProperty("sectorwatch.data", System.getenv("SECTORWATCH_DATA"));
        assumeTrue(
                folder != null,
                "skipped: the original publications are not here (set SECTORWATCH_DATA to their folder)");
        Path file = Path.of(folder, name);
        assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not here");
        return file;
    }

    private Originals() {}
}
