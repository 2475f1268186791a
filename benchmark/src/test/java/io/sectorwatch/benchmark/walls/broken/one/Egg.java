package io.sectorwatch.benchmark.walls.broken.one;

import io.sectorwatch.benchmark.walls.broken.other.Hen;

public record Egg(Hen laidBy) {}
