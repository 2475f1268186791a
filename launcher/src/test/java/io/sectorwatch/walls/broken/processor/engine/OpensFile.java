package io.sectorwatch.walls.broken.processor.engine;

import java.nio.file.Path;

public record OpensFile(Path path) {}
