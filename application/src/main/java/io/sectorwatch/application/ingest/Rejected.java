package io.sectorwatch.application.ingest;

import io.sectorwatch.ingest.format.Rejection;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was rejected.
 *
 * @param first the first rejections; none where all of them are in the file
 * @param rows how many rows
 * @param files how many files as a whole
 * @param file where all of it is written down; null where it is not
 */
public record Rejected(
        List<Rejection> first,
        long rows,
        long files,
        @Nullable Path file) {
    public Rejected {
        first = List.copyOf(first);
    }

    /** How many rows and files. */
    public long count() {
        return rows + files;
    }
}
