package io.sectorwatch.application.explanation;

import io.sectorwatch.application.facts.ListedFact;
import io.sectorwatch.application.series.Vintage;
import org.jspecify.annotations.Nullable;

/**
 * A fact that an alert rests or rested on.
 *
 * @param instead the vintage that counts in its place now; null where it counts itself, where nothing does, and for a policy
 *     event
 */
public record EvidentFact(ListedFact fact, @Nullable Vintage instead) {}
