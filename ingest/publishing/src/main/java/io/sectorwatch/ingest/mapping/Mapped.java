package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.schemas.message.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes what becomes of the rows of a publication, in the order of the file. */
public interface Mapped {
    /**
     * A row states an observation, one without a value where it says that there is none, or a policy event.
     *
     * @param published when the publication became known, which is then the fact's time; null if each row says so for
     *     itself
     * @param row good only until the next one
     */
    void fact(Mapping mapping, @Nullable Instant published, Message fact, Row row);

    /** A row makes no sense. */
    void rejected(Rejection rejection);
}
