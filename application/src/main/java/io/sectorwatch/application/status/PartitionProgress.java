package io.sectorwatch.application.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the processor has come in a partition of a topic that it reads.
 *
 * @param committed the offset behind the last record that is decided
 * @param end the offset behind the last record; ends of transactions take offsets too
 * @param waiting whether anything that can be read is not decided yet
 * @param newestDecided newest knowledge time among the last records decided; null where none is
 * @param openRelease the release of the last record, where nobody has closed it; null without one
 */
public record PartitionProgress(
        String topic,
        int partition,
        long committed,
        long end,
        boolean waiting,
        @Nullable Instant newestDecided,
        @Nullable String openRelease) {
    /** Offsets that are left, or none where only ends of transactions are. */
    public long behind() {
        return waiting ? end - committed : 0;
    }
}
