package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.alert.Evidence;
import io.sectorwatch.processor.count.PolicyCounts;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.processor.series.View;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.topic.Partitions;
import java.math.BigDecimal;
import java.util.List;

/** Finds the facts behind a row: the vintage itself, or the policy events that are counted in it. */
record FactIds(PolicyCounts counts, Corrections corrections) implements Evidence {
    @Override
    public List<String> of(View view, int row) {
        SeriesHistory history = view.history();
        return Partitions.isDerived(history.key().indicator())
                ? counts.evidence(history.key(), history.period(row), history.published(row))
                : List.of(FactId.of(history.observation(row)));
    }

    @Override
    public int count(View view, int row) {
        SeriesHistory history = view.history();
        BigDecimal events = history.value(row);
        return Partitions.isDerived(history.key().indicator()) && events != null ? events.intValue() : 1;
    }

    @Override
    public boolean isVoid(String fact) {
        return corrections.isVoid(fact);
    }
}
