package io.sectorwatch.processor.reference;

import java.util.List;
import java.util.Optional;

/**
 * What a rule says of a series, whatever was said before.
 *
 * @param ended the episodes that are over
 * @param open the one that is not
 */
record ReferenceFinding(List<Episode> ended, Optional<Open> open) {}
