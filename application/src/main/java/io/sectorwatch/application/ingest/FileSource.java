package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.describe.Describer;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** A file, named itself or by its folder. */
record FileSource(Path path) implements NamedSource {
    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public OptionalLong bytes() {
        return OptionalLong.of(path.toFile().length());
    }

    @Override
    public void read(Intake intake, SourceReader reader, UnaryOperator<InputStream> watched) {
        try (InputStream in = Files.newInputStream(path)) {
            reader.read(name(), watched.apply(in));
        } catch (IOException e) {
            throw SourceException.unreadable(name(), e);
        }
    }

    @Override
    public Describer.Source reopened() {
        return () -> Files.newInputStream(path);
    }
}
