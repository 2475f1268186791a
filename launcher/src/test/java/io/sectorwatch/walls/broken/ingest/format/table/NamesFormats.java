package io.sectorwatch.walls.broken.ingest.format.table;

import io.sectorwatch.ingest.format.registry.Formats;

public record NamesFormats(Formats format) {}
