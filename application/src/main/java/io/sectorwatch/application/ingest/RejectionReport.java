package io.sectorwatch.application.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.plausibility.Implausible;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.message.Message;
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

/** Takes what is rejected, and warned of: all of it into a file, or the first of what is rejected for a person. */
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

    /** Takes what may be a mistake. */
    public void warn(Implausible warning) {
        if (out != null) {
            write(out, warning);
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
        write(to, rejection.file(), rejection.line(), json -> {
            json.writeStringField("reason", rejection.reason());
            json.writeStringField("row", whole(rejection.row()));
        });
    }

    private void write(OutputStream to, Implausible warning) {
        write(to, warning.file(), warning.line(), json -> {
            json.writeStringField("warning", warning.doubt().code());
            json.writeStringField("reason", warning.doubt().words());
            if (!warning.code().isEmpty()) {
                json.writeStringField("code", warning.code());
            }
            json.writeFieldName("fact");
            json.writeRawValue(written(warning.fact()));
            if (warning.other() != null) {
                json.writeFieldName("other");
                json.writeRawValue(written(warning.other()));
            }
        });
    }

    private void write(OutputStream to, String place, long line, Json.Writer what) {
        try {
            to.write(Json.bytes(json -> {
                json.writeStartObject();
                json.writeStringField("file", place);
                json.writeNumberField("line", line);
                what.write(json);
                json.writeEndObject();
            }));
            to.write('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static String written(Message fact) {
        return new String(Envelope.of(fact).value(), UTF_8);
    }

    // A row may have been cut in the middle of a character that takes two.
    private static String whole(String row) {
        return new String(row.getBytes(UTF_8), UTF_8);
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the report " + file + " cannot be written (" + e.getMessage() + ")", e);
    }
}
