package io.sectorwatch.benchmark.walls.broken.other;

import io.sectorwatch.benchmark.walls.broken.one.Egg;

public record Hen(Egg hatchedFrom) {}
