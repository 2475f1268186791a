package io.sectorwatch.application.replay.log;

import io.sectorwatch.application.replay.Manifest;

/**
 * What came of a replay.
 *
 * @param log all that it decided
 * @param leftOut how much of what it was to read could not be read
 */
public record Replayed(Manifest manifest, AlertLog log, long leftOut) {}
