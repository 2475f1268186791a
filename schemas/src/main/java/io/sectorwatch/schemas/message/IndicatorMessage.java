package io.sectorwatch.schemas.message;

/** What the topic of indicators carries. */
public sealed interface IndicatorMessage extends Message permits Observation, Tick, AboutFacts {}
