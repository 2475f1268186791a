package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Transition.Certainty;
import io.sectorwatch.schemas.series.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a rule says of a series, whatever was said before.
 *
 * @param ended the episodes that are over
 * @param open the one that is not
 * @param doubtAt how certain it is that the rule does not hold at a period
 */
record ReferenceFinding(List<Episode> ended, Optional<Evidence> open, Function<Period, Certainty> doubtAt) {}
