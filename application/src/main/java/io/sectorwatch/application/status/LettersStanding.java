package io.sectorwatch.application.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters.
 *
 * @param redriven how many of them were published again
 * @param newest knowledge time of the newest that was not; null without one
 * @param reason of that one; null without one
 */
public record LettersStanding(
        long count,
        long redriven,
        @Nullable Instant newest,
        @Nullable String reason) {}
