package io.sectorwatch.application.replay.compare;

import io.sectorwatch.application.replay.log.LoggedTransition;
import io.sectorwatch.schemas.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A comparison as JSON Lines: one finding a line, with the messages of both sides as they are. */
public final class ComparisonFile implements LogComparison.Taker, AutoCloseable {
    private final @Nullable Path file;
    private final OutputStream out;

    private ComparisonFile(@Nullable Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** Writes to a file, which is replaced; nowhere for null. */
    public static ComparisonFile at(@Nullable Path file) {
        try {
            return new ComparisonFile(
                    file,
                    file == null
                            ? OutputStream.nullOutputStream()
                            : new BufferedOutputStream(Files.newOutputStream(file)));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    @Override
    public void take(Finding finding) {
        if (file == null) {
            return;
        }
        LoggedTransition either = finding.either();
        try {
            out.write(Json.bytes(json -> {
                json.writeStartObject();
                json.writeStringField("outcome", code(finding.outcome()));
                if (finding.cause() != null) {
                    json.writeStringField("cause", code(finding.cause()));
                }
                json.writeStringField(
                        "decidedAt", Instant.ofEpochMilli(either.decidedAt()).toString());
                json.writeStringField("rule", either.rule());
                json.writeStringField("series", either.series());
                if (finding.live() != null) {
                    json.writeFieldName("live");
                    json.writeRawValue(finding.live().text());
                }
                if (finding.replayed() != null) {
                    json.writeFieldName("replay");
                    json.writeRawValue(finding.replayed().text());
                }
                json.writeEndObject();
            }));
            out.write('\n');
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static UncheckedIOException failure(@Nullable Path file, IOException e) {
        return new UncheckedIOException("the comparison " + file + " cannot be written (" + e.getMessage() + ")", e);
    }
}
