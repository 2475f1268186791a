package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Observation;
import java.math.BigDecimal;
import java.util.Comparator;

/** How the vintages of a period follow one another. */
final class Vintages {
    /** The newest last; of those published at one moment the one of the greater source, then value, then id. */
    static final Comparator<Observation> ORDER = Comparator.comparing(Observation::published)
            .thenComparing(vintage -> vintage.source().id())
            .thenComparing(Observation::value, Comparator.nullsFirst(BigDecimal::compareTo))
            .thenComparing(FactId::of);

    private Vintages() {}
}
