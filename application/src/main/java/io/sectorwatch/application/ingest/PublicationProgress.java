package io.sectorwatch.application.ingest;

import java.util.function.LongConsumer;

/** Is told how many facts have been published, and closed when that is over, however it ended. */
public interface PublicationProgress extends LongConsumer, AutoCloseable {
    @Override
    void close();
}
