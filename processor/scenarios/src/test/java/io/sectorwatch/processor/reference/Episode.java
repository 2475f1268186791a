package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.series.Period;

/** A run of periods over which a rule held. */
record Episode(Period since, Period period) {}
