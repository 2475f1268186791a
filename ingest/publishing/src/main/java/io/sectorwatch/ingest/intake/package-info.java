/** From sources, named by a person, to facts and releases that can be published. */
@NullMarked
package io.sectorwatch.ingest.intake;

import org.jspecify.annotations.NullMarked;
