package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.builtin.BuiltInSet;
import io.sectorwatch.ingest.intake.FactSources;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceReader;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** A set that is part of the program. */
record BuiltInSource(String name, BuiltInSet set) implements NamedSource {
    @Override
    public OptionalLong bytes() {
        return OptionalLong.of(0);
    }

    @Override
    public void read(Intake intake, SourceReader reader, UnaryOperator<InputStream> watched) {
        FactSources.read(set, intake);
    }
}
