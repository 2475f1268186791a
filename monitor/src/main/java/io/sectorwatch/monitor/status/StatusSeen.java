package io.sectorwatch.monitor.status;

import io.sectorwatch.application.status.InstallationStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was last seen of an installation.
 *
 * @param status null before it was seen for the first time
 * @param seenAt when that was
 * @param watched how many series each rule in effect watches
 * @param failure why it cannot be seen at the moment; null where it can
 * @param failingSince since when
 */
public record StatusSeen(
        @Nullable InstallationStatus status,
        @Nullable Instant seenAt,
        Map<String, Integer> watched,
        @Nullable String failure,
        @Nullable Instant failingSince) {
    public StatusSeen {
        watched = Map.copyOf(watched);
    }

    static StatusSeen nothing() {
        return new StatusSeen(null, null, Map.of(), null, null);
    }

    static StatusSeen of(InstallationStatus status, Map<String, Integer> watched, Instant now) {
        return new StatusSeen(status, now, watched, null, null);
    }

    StatusSeen failing(String failure, Instant now) {
        return new StatusSeen(status, seenAt, watched, failure, failingSince == null ? now : failingSince);
    }
}
