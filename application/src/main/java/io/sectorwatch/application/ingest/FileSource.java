package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.describe.Describer;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A file, named itself or by its folder.
 *
 * @param published when what it holds became known; null where its name does not say so
 * @param sheet which one of a workbook is meant; null where its name does not say so
 */
record FileSource(
        Path path, @Nullable Instant published, @Nullable String sheet) implements NamedSource {
    @Override
    public String name() {
        return sheet == null ? path.toString() : path + "#" + sheet;
    }

    @Override
    public OptionalLong bytes() {
        return OptionalLong.of(path.toFile().length());
    }

    @Override
    public void read(Intake intake, SourceReader reader, UnaryOperator<InputStream> watched) {
        try (InputStream in = Files.newInputStream(path)) {
            reader.read(name(), watched.apply(in), published);
        } catch (IOException e) {
            throw SourceException.unreadable(name(), e);
        }
    }

    @Override
    public Describer.Source reopened() {
        return () -> Files.newInputStream(path);
    }
}
