package io.sectorwatch.processor.series;

import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.Bound;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All of a vintage but its period, value and time: few of these differ, so each is kept once. */
public record Origin(
        String source,
        @Nullable Bound comparator,
        List<String> status,
        @Nullable String unit,
        @Nullable LocalDate nextRelease) {

    /** All of an observation that is kept once. */
    public static Origin of(Observation observation) {
        return new Origin(
                observation.source().id(),
                observation.comparator(),
                observation.status(),
                observation.unit(),
                observation.nextRelease());
    }

    boolean isOf(Observation observation) {
        return comparator == observation.comparator()
                && source.equals(observation.source().id())
                && Objects.equals(unit, observation.unit())
                && status.equals(observation.status())
                && Objects.equals(nextRelease, observation.nextRelease());
    }
}
