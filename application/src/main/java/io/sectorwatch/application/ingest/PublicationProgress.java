package io.sectorwatch.application.ingest;

import java.util.function.LongConsumer;

/** Is told how many facts have been published, and closed when that is over, however it ended. */
public interface PublicationProgress extends LongConsumer, AutoCloseable {
    /** For whom it makes no difference. */
    PublicationProgress NOBODY = new PublicationProgress() {
        @Override
        public void accept(long published) {}

        @Override
        public void close() {}
    };

    @Override
    void close();
}
