package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Observation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;

/** How vintages follow one another. */
final class Vintages {
    /** The newest last; of those published at one moment the one of the greater source, then value, then content. */
    static final Comparator<Observation> ORDER = Comparator.comparing(Observation::published)
            .thenComparing(vintage -> vintage.source().id())
            .thenComparing(Observation::value, Comparator.nullsFirst(BigDecimal::compareTo))
            .thenComparing(Observation::period)
            .thenComparing(IndicatorCodec::identity, Arrays::compareUnsigned);

    private Vintages() {}
}
