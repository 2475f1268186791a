package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.describe.Describer;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.web.Web;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** One source of an ingest. */
interface NamedSource extends AutoCloseable {
    String name();

    /** Brings it here where it is elsewhere. */
    default void load(Web web) {}

    /** Whether it could not be brought here. */
    default boolean isMissing() {
        return false;
    }

    /** How many bytes it is; empty where nobody knows. */
    OptionalLong bytes();

    /** Reads it to its end, through {@code watched}. */
    void read(Intake intake, SourceReader reader, UnaryOperator<InputStream> watched);

    /** The same source to be opened as often as wanted; throws ReadOnceException where it cannot be. */
    default Describer.Source reopened() {
        throw new ReadOnceException(name());
    }

    @Override
    default void close() throws IOException {}
}
