package io.sectorwatch.application.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where something new is written, and nothing that is there is written over. */
public final class EmptyFolder {
    /** Makes a folder where there is none; throws an IOException for one that is not empty. */
    public static void require(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> there = Files.list(folder)) {
            if (there.findAny().isPresent()) {
                throw new IOException("the folder " + folder + " is not empty: name a new one");
            }
        }
    }

    private EmptyFolder() {}
}
