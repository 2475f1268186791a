package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Period;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that a series has in a period, and the vintage that says so. */
record ReferenceFigure(Observation vintage, BigDecimal value) {
    static Optional<ReferenceFigure> of(Observation vintage) {
        return vintage.value() == null ? Optional.empty() : Optional.of(new ReferenceFigure(vintage, vintage.value()));
    }

    Period period() {
        return vintage.period();
    }

    @Nullable
    Bound comparator() {
        return vintage.comparator();
    }

    boolean exact() {
        return comparator() == null;
    }

    boolean saysTheSameAs(ReferenceFigure other) {
        return value.compareTo(other.value) == 0 && comparator() == other.comparator();
    }

    ReferenceInterval interval() {
        return ReferenceInterval.of(value, comparator());
    }

    Expected.Figure expected() {
        return new Expected.Figure(period(), value, comparator());
    }
}
