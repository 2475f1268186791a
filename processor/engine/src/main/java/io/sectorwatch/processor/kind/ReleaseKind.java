package io.sectorwatch.processor.kind;

import java.time.LocalDate;

/** A kind that waits for the next release of a series, and measures nothing. */
public non-sealed interface ReleaseKind extends Kind {
    /** Knowledge time, in milliseconds, from which a release announced for a day is late. */
    long lateFrom(LocalDate announced);
}
