package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Period;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that a series has in a period. */
record ReferenceFigure(
        Period period, BigDecimal value, @Nullable Bound comparator) {
    static Optional<ReferenceFigure> of(Observation vintage) {
        return vintage.value() == null
                ? Optional.empty()
                : Optional.of(new ReferenceFigure(vintage.period(), vintage.value(), vintage.comparator()));
    }

    boolean exact() {
        return comparator == null;
    }

    boolean saysTheSameAs(ReferenceFigure other) {
        return value.compareTo(other.value) == 0 && comparator == other.comparator;
    }

    ReferenceInterval interval() {
        return ReferenceInterval.of(value, comparator);
    }

    Expected.Figure expected() {
        return new Expected.Figure(period, value, comparator);
    }
}
