package io.sectorwatch.walls.broken.cycle.other;

import io.sectorwatch.walls.broken.cycle.one.Egg;
import java.util.List;

public record Hen(List<Egg> laid, Egg hatchedFrom) {}
