package io.sectorwatch.application.replay.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory of a replay, which lasts no longer than the replay. */
final class ReplayDirectory {
    /** Removes it with all that is in it; throws UncheckedIOException with a message for people. */
    static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory.toAbsolutePath().resolve("..").normalize());
        } catch (DirectoryNotEmptyException e) {
            // Another replay has its directory beside this one.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("the directory " + directory + " cannot be removed (" + e + ")", e);
        }
    }

    private ReplayDirectory() {}
}
