package io.sectorwatch.launcher.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log that goes on where it was, in a file and a few older ones behind it: {@code x.log}, {@code x.log.1} and so on. A file
 * that is full becomes an older one, and the oldest goes.
 */
final class RollingLog extends OutputStream {
    private static final int OLDER = 3;

    private final Path file;
    private final long full;
    private OutputStream out;
    private long size;

    /** Opens the log. */
    RollingLog(Path file, long full) throws IOException {
        this.file = file;
        this.full = full;
        this.out = open();
    }

    @Override
    public synchronized void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        if (size > 0 && size + length > full) {
            out.close();
            for (int older = OLDER; older > 0; older--) {
                Path newer = older == 1 ? file : numbered(older - 1);
                if (Files.exists(newer)) {
                    Files.move(newer, numbered(older), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            out = open();
        }
        out.write(bytes, from, length);
        size += length;
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private OutputStream open() throws IOException {
        OutputStream opened = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        size = Files.size(file);
        return opened;
    }

    private Path numbered(int older) {
        return file.resolveSibling(file.getFileName() + "." + older);
    }
}
