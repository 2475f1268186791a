package io.sectorwatch.monitor.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the monitor is.
 *
 * @param caughtUp whether it has once read to the end
 * @param lag records on the topics that are not in the database yet; -1 where it is not known
 * @param readAt when server and database were last known to answer; null before
 * @param failure why it cannot go on at the moment; null where it can
 * @param failingSince since when
 */
public record FollowerState(
        boolean caughtUp,
        long lag,
        @Nullable Instant readAt,
        @Nullable String failure,
        @Nullable Instant failingSince) {

    static FollowerState starting() {
        return new FollowerState(false, -1, null, null, null);
    }

    FollowerState reading(long lag, Instant answeredAt) {
        return new FollowerState(caughtUp || lag == 0, lag, answeredAt, null, null);
    }

    FollowerState failing(String failure, Instant now) {
        return new FollowerState(caughtUp, lag, readAt, failure, failingSince == null ? now : failingSince);
    }
}
