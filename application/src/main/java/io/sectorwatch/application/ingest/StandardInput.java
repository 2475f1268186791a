package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceReader;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** What is piped in. */
record StandardInput(InputStream in) implements NamedSource {
    @Override
    public String name() {
        return SourceName.STANDARD_INPUT;
    }

    @Override
    public OptionalLong bytes() {
        return OptionalLong.empty();
    }

    @Override
    public void read(Intake intake, SourceReader reader, UnaryOperator<InputStream> watched) {
        reader.read("standard input", watched.apply(in));
    }
}
