package io.sectorwatch.ingest.format;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a file does not say of itself, so that a person or a mapping has to.
 *
 * @param encoding of a text without a byte order mark; null for UTF-8
 * @param columns where the period and the figures stand; null where the reader recognises them by their names
 */
public record ReadOptions(
        @Nullable Charset encoding, @Nullable ObservationColumns columns) {
    /** Nothing is said. */
    public static final ReadOptions NONE = new ReadOptions(null, null);
}
