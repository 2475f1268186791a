package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Period;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an open alert states; another statement is an update, the same one is nothing. */
record Evidence(
        Severity severity,
        Period since,
        Period period,
        Transition.Certainty certainty,
        String kind,
        @Nullable BigDecimal measure,
        @Nullable Bound comparator,
        Expected.Figure observation,
        List<String> status,
        Expected.@Nullable Figure benchmark) {
    boolean isOverdue() {
        return kind.equals(ReferenceWhen.Overdue.KIND);
    }
}
