package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.schemas.message.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mapping applied to the rows of one data set. Not thread-safe. */
interface RowPlan {
    /**
     * The fact that a row states; null if the mapping does not want it.
     *
     * @param published when the publication became known; null if each row says so for itself
     * @throws io.sectorwatch.schemas.message.MalformedMessageException if the row makes no sense
     */
    @Nullable
    Message fact(Row row, @Nullable Instant published);

    /** Why no fact that was made counts, as only all rows together show; null where they do. */
    default @Nullable String misread() {
        return null;
    }
}
