package io.sectorwatch.application.series;

import io.sectorwatch.schemas.series.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known of one period.
 *
 * @param current what counted; one without a value withdraws the period's; null where all is void
 * @param first what counted when anything was first said of the period; null where all is void
 * @param vintages all that had been said, in the contract's order, void ones among them
 */
public record PeriodFigures(
        Period period, @Nullable Vintage current, @Nullable Vintage first, List<Vintage> vintages) {
    public PeriodFigures {
        vintages = List.copyOf(vintages);
    }

    /** What was first said, where something else counted later; null where it is the same. */
    public @Nullable Vintage otherwiseAtFirst() {
        return current == null || first == null || current.says(first) ? null : first;
    }
}
