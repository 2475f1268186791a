/** Figures as people write them, with marks before their fractions and between their thousands. */
@NullMarked
package io.sectorwatch.ingest.format.figure;

import org.jspecify.annotations.NullMarked;
