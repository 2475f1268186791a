package io.sectorwatch.ingest.sort;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Records one after another. */
public interface Cursor {
    /** The next record; null at the end. */
    byte @Nullable [] next() throws IOException;
}
