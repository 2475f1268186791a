package io.sectorwatch.application.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.schemas.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was rejected: all of it in a file, or the first of it for a person. */
public final class RejectionReport implements Consumer<Rejection>, AutoCloseable {
    private static final int SHOWN = 20;

    private final @Nullable Path file;
    private final @Nullable OutputStream out;
    private final List<Rejection> first = new ArrayList<>();
    private long count;
    private long files;

    /**
     * Reports to a file, which is replaced, as JSON Lines; where it is null, to a person.
     *
     * @throws IOException if the file cannot be written
     */
    public RejectionReport(@Nullable Path file) throws IOException {
        this.file = file;
        this.out = file == null ? null : new BufferedOutputStream(Files.newOutputStream(file));
    }

    @Override
    public void accept(Rejection rejection) {
        count++;
        files += rejection.line() == Rejection.WHOLE_FILE ? 1 : 0;
        if (out != null) {
            write(out, rejection);
        } else if (first.size() < SHOWN) {
            first.add(rejection);
        }
    }

    /** Says what was rejected, or where it is said; the next time, only what was since then. */
    public void print(PrintStream err) {
        if (count > 0) {
            flush();
            say(err);
        }
        first.clear();
        count = 0;
        files = 0;
    }

    private void say(PrintStream err) {
        first.forEach(rejected -> err.println(rejected.place() + ": " + rejected.reason()));
        String what = "Rejected " + what();
        if (file != null) {
            err.println(what + ": see " + file + ".");
        } else if (count > first.size()) {
            err.println(what + ", " + (count - first.size())
                    + " of which are not shown; --report FILE writes down all of them.");
        } else {
            err.println(what + ".");
        }
    }

    private String what() {
        String ofRows = count - files + (count - files == 1 ? " row" : " rows");
        String ofFiles = files + (files == 1 ? " file" : " files");
        return files == 0 ? ofRows : files == count ? ofFiles : ofRows + " and " + ofFiles;
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
