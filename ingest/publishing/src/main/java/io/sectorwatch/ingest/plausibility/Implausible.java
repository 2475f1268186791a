package io.sectorwatch.ingest.plausibility;

import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A fact that may be a mistake.
 *
 * @param fact of several with the same unknown code the first
 * @param other the figure that it does not go with; null where it is not compared with one
 * @param code that is not known; empty where it is none of its codes
 * @param near a code that may have been meant, as words; empty where there is none
 * @param line of the fact in its file
 */
public record Implausible(
        Doubt doubt, Message fact, @Nullable Observation other, String code, String near, String file, long line) {}
