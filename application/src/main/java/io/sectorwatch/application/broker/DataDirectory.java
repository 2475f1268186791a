package io.sectorwatch.application.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The one directory everything is kept in, held by one process at a time. */
public final class DataDirectory implements AutoCloseable {
    private static final long NEXT_TO_NOTHING = 1 << 16;

    private final Path root;
    private final FileChannel lock;

    /**
     * Takes a directory, which is made where there is none.
     *
     * @throws BrokerException if it cannot be written, or another process holds it
     */
    public static DataDirectory open(Path root) {
        Path path = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            DataDirectory directory = new DataDirectory(
                    path, FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            Files.createDirectories(directory.broker());
            Files.createDirectories(directory.streams());
            return directory;
        } catch (AccessDeniedException e) {
            throw unusable(path, "no permission to write there", e);
        } catch (FileAlreadyExistsException e) {
            throw unusable(path, "it is not a directory", e);
        } catch (NoSuchFileException e) {
            // The message of this one is the name alone.
            throw unusable(path, "it cannot be made", e);
        } catch (IOException e) {
            throw unusable(path, String.valueOf(e.getMessage()), e);
        }
    }

    private DataDirectory(Path root, FileChannel lock) throws IOException {
        this.root = root;
        this.lock = lock;
        if (!held(lock)) {
            lock.close();
            throw new BrokerException("the directory " + root
                    + " is in use by another Sectorwatch: stop that one, or choose another directory with --data");
        }
    }

    /** Where the embedded broker keeps its data. */
    public Path broker() {
        return root.resolve("broker");
    }

    /** Where the processor keeps its state. */
    public Path streams() {
        return root.resolve("streams");
    }

    /** Says so where the disk is so full that whoever failed will have failed because of it. */
    public Optional<String> fullness() {
        try {
            return Files.getFileStore(root).getUsableSpace() < NEXT_TO_NOTHING
                    ? Optional.of(": no space is left for the directory " + root)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What the libraries had to say since the last start. */
    public Path log() {
        return root.resolve("sectorwatch.log");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw unusable(root, String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean held(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static BrokerException unusable(Path path, String why, Exception cause) {
        return new BrokerException(
                "the directory " + path + " cannot be used: " + why + "; choose another with --data", cause);
    }
}
