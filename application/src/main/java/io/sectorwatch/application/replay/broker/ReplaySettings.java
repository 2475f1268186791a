package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.replay.ReplayException;
import io.sectorwatch.application.replay.Span;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a replay is to run; it decides the same whatever stands here.
 *
 * @param sectors those with a topic of their own for their alerts
 * @param partitions of its topics; null for as many as the live ones have
 * @param speed how many times faster than real time; null as fast as it goes
 * @param keep whether its outputs stay for subscribers
 * @param data where everything is kept; what the replay has there lasts no longer than the replay
 * @param temporary for what memory does not hold
 */
public record ReplaySettings(
        ReplayTopics topics,
        List<String> sectors,
        @Nullable Integer partitions,
        int threads,
        @Nullable Double speed,
        boolean keep,
        Path data,
        Path temporary) {
    public ReplaySettings {
        sectors = List.copyOf(sectors);
        if (threads < 1 || speed != null && speed <= 0) {
            throw new IllegalArgumentException("threads " + threads + ", speed " + speed);
        }
    }

    /** Whether somebody may read along, or afterwards. */
    boolean hasSubscribers() {
        return keep || speed != null;
    }

    /** How many partitions, given how many the live topics have. */
    int partitions(int ofLive) {
        int wanted = partitions == null ? ofLive : partitions;
        if (wanted < 1) {
            throw new ReplayException("--partitions " + wanted + " is less than 1");
        }
        return wanted;
    }

    /** When something may be fed that belongs into a span. */
    ReplayPace pace(Span span) {
        return speed == null
                ? ReplayPace.fastest()
                : ReplayPace.times(
                        speed, span.from() == null ? null : span.from().toEpochMilli());
    }

    /** Where its processor keeps state and log. */
    Path directory() {
        return topics.directory(data);
    }
}
