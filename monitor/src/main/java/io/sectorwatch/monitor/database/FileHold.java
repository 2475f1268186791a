package io.sectorwatch.monitor.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds a database file for one monitor, until it ends, however it ends. */
final class FileHold implements AutoCloseable {
    /** For what many may use. */
    static final FileHold NOTHING = new FileHold(null);

    private final @Nullable FileChannel channel;

    private FileHold(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /** Throws DatabaseException where another monitor holds it, or it cannot be made. */
    static FileHold of(String file) {
        Path lock = Path.of(file + ".lock").toAbsolutePath();
        try {
            Path directory = lock.getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isFree(channel)) {
                channel.close();
                throw new DatabaseException("the database " + file
                        + " is in use by another monitor: stop that one, or give another database with --database");
            }
            return new FileHold(channel);
        } catch (IOException e) {
            throw new DatabaseException("the database " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new DatabaseException("the lock of a database cannot be released: " + e.getMessage(), e);
            }
        }
    }
}
