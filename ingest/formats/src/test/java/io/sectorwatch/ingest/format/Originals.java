package io.sectorwatch.ingest.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Publications that are not part of the project, to hold readers against: the folder with them is named by the system
 * property sectorwatch.data or the environment variable SECTORWATCH_DATA, and is else looked for beside the project, as
 * ../shared/data. A test that wants one is skipped without it.
 */
public final class Originals {
    /** Tests run in the directory of their module. */
    private static final String BESIDE = "../../../shared/data";

    /** The folder with all of them. */
    public static Path folder() {
        String named = System.getProperty("sectorwatch.data", System.getenv("SECTORWATCH_DATA"));
        Path folder = Path.of(Objects.requireNonNullElse(named, BESIDE))
                .toAbsolutePath()
                .normalize();
        assumeTrue(
                Files.isDirectory(folder),
                () -> "skipped: the original publications are not in " + folder
                        + " (set SECTORWATCH_DATA to their folder)");
        return folder;
    }

    /** One of them. */
    public static Path file(String name) {
        Path file = folder().resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not here");
        return file;
    }

    private Originals() {}
}
