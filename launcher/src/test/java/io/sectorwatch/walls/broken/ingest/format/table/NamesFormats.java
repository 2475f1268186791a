package io.sectorwatch.walls.broken.ingest.format.table;

import io.sectorwatch.ingest.format.registry.Format;

public record NamesFormats(Format format) {}
