package io.sectorwatch.walls.broken.processor.engine;

public record HoldsDouble(double value) {}
