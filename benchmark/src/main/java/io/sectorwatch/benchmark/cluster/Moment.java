package io.sectorwatch.benchmark.cluster;

import io.sectorwatch.schemas.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes known of one indicator at one moment: a release with what closes it, or a correction.
 *
 * @param release null for a correction
 */
record Moment(String indicator, @Nullable String release, List<Message> messages) {
    Moment {
        messages = List.copyOf(messages);
    }
}
