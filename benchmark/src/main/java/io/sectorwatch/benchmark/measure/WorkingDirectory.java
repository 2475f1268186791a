package io.sectorwatch.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that is gone, with all that is in it, when it is closed. */
public record WorkingDirectory(Path path) implements AutoCloseable {
    /** A new one, where the system keeps such. */
    public static WorkingDirectory make() {
        try {
            return new WorkingDirectory(Files.createTempDirectory("sectorwatch-benchmark-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : innermostFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the directory " + path + " cannot be removed", e);
        }
    }
}
