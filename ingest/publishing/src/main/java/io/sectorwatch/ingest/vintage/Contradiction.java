package io.sectorwatch.ingest.vintage;

import io.sectorwatch.ingest.format.Rejection;

/** A row of a data set of which another row of the same release says something else. */
public record Contradiction(String dataSet, Rejection rejection) {}
