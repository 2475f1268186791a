package io.sectorwatch.ingest.temporary;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file that has no name from the moment it is open, where the system allows that, so that nothing of it stays,
 * however this process ends; elsewhere it goes with its closing.
 */
public final class NamelessFile {
    /** Opens a new one, empty, to be written and read. */
    public static FileChannel open(Path directory) throws IOException {
        Path path = Files.createTempFile(directory, "sectorwatch-", ".tmp");
        try {
            return FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private NamelessFile() {}
}
