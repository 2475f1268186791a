package io.sectorwatch.ingest.temporary;

import java.nio.file.Path;

/** Where temporary files are put. */
public final class TemporaryDirectory {
    /** The one that the Java system property {@code java.io.tmpdir} names: the system's own unless somebody says otherwise. */
    public static Path standard() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private TemporaryDirectory() {}
}
