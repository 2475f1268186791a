package io.sectorwatch.application.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/** By what a file is known to have changed, without reading it. */
record Stamp(long size, Instant modified) {
    /** A file that was written to so recently may not be whole yet. */
    static final Duration SETTLING = Duration.ofSeconds(5);

    static Stamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    boolean isSettled(Instant now) {
        return Duration.between(modified, now).abs().compareTo(SETTLING) >= 0;
    }

    String fingerprint() {
        return size + " bytes of " + modified;
    }
}
