package io.sectorwatch.walls.broken.processor.engine;

import java.time.Clock;

public record HoldsClock(Clock clock) {}
