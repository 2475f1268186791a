package io.sectorwatch.schemas.message;

/** What the topic of policies carries. */
public sealed interface PolicyMessage extends Message permits PolicyEvent, AboutFacts {}
