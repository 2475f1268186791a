package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.series.Period;

/**
 * An alert that is open.
 *
 * @param restsOn the facts behind it, of which other ones make no other statement
 */
record Open(Evidence evidence, FactsNamed restsOn) {
    Period since() {
        return evidence.since();
    }

    Period period() {
        return evidence.period();
    }

    boolean overlaps(Open other) {
        return since().compareTo(other.period()) <= 0 && period().compareTo(other.since()) >= 0;
    }

    boolean overlaps(Episode other) {
        return since().compareTo(other.period()) <= 0 && period().compareTo(other.since()) >= 0;
    }
}
