package io.sectorwatch.schemas.message;

/** What is said about facts, on either topic of facts, in the partition of those it is about. */
public sealed interface AboutFacts extends IndicatorMessage, PolicyMessage permits ClosedRelease, Correction {}
