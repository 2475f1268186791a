package io.sectorwatch.application.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.schemas.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes what is rejected: all of it into a file, or the first of it for a person. */
public final class RejectionReport implements Consumer<Rejection>, AutoCloseable {
    private static final int SHOWN = 20;

    private final @Nullable Path file;
    private final @Nullable OutputStream out;
    private final List<Rejection> first = new ArrayList<>();
    private long rows;
    private long files;

    /**
     * Writes a file, which is replaced, as JSON Lines; where it is null, keeps the first rejections.
     *
     * @throws IOException if the file cannot be written
     */
    public RejectionReport(@Nullable Path file) throws IOException {
        this.file = file;
        this.out = file == null ? null : new BufferedOutputStream(Files.newOutputStream(file));
    }

    @Override
    public void accept(Rejection rejection) {
        if (rejection.line() == Rejection.WHOLE_FILE) {
            files++;
        } else {
            rows++;
        }
        if (out != null) {
            write(out, rejection);
        } else if (first.size() < SHOWN) {
            first.add(rejection);
        }
    }

    /** What was rejected since the last time; all of it is in the file then. */
    public Rejected sinceLast() {
        flush();
        Rejected rejected = new Rejected(first, rows, files, file);
        first.clear();
        rows = 0;
        files = 0;
        return rejected;
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void flush() {
        try {
            if (out != null) {
                out.flush();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void write(OutputStream to, Rejection rejection) {
        try {
            to.write(Json.bytes(json -> {
                json.writeStartObject();
                json.writeStringField("file", rejection.file());
                json.writeNumberField("line", rejection.line());
                json.writeStringField("reason", rejection.reason());
                json.writeStringField("row", whole(rejection.row()));
                json.writeEndObject();
            }));
            to.write('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    // A row may have been cut in the middle of a character that takes two.
    private static String whole(String row) {
        return new String(row.getBytes(UTF_8), UTF_8);
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the report " + file + " cannot be written (" + e.getMessage() + ")", e);
    }
}
