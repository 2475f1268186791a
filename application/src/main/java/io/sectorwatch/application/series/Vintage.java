package io.sectorwatch.application.series;

import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Correction.State;
import io.sectorwatch.schemas.message.Observation;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one source said, at one moment, of one period of a series.
 *
 * @param id of its fact
 * @param correction the one that counts; null where it was never corrected
 */
public record Vintage(
        String id, Observation observation, @Nullable Correction correction) {
    /** The contract's order of the vintages of a period: the last one is its current value. */
    public static final Comparator<Vintage> CURRENT_LAST = Comparator.comparing(
                    (Vintage vintage) -> vintage.observation().published())
            .thenComparing(vintage -> vintage.observation().source().id())
            .thenComparing(Vintage::value, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Vintage::id);

    /** Whether it counts as never known. */
    public boolean isVoid() {
        return correction != null && correction.state() == State.VOID;
    }

    /** Whether another says the same of the period: the same value, or that it is the same bound. */
    public boolean says(Vintage other) {
        BigDecimal mine = value();
        BigDecimal its = other.value();
        return observation.comparator() == other.observation.comparator()
                && (mine == null || its == null ? mine == null && its == null : mine.compareTo(its) == 0);
    }

    private @Nullable BigDecimal value() {
        return observation.value();
    }
}
