package io.sectorwatch.walls.broken.cycle.one;

import io.sectorwatch.walls.broken.cycle.other.Hen;

public record Egg(Hen laidBy) {}
