package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ObservationColumns;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of observations are taken from.
 *
 * @param status of which all components count, and not only the first
 */
record ObservationKind(
        Field indicator,
        Field sector,
        Field unit,
        Field status,
        PeriodField period,
        Value value,
        Field comparator,
        Field nextRelease)
        implements Mapping.Kind {

    /**
     * Where the figure is taken from.
     *
     * @param unitMultiplier component with the power of ten that figures are to be multiplied with, SDMX's UNIT_MULT
     */
    record Value(String from, Figures figures, @Nullable String unitMultiplier) {}

    /** The columns of a table that are to be period and figure, if they are not under SDMX's names. */
    Optional<ObservationColumns> columns() {
        String time = period.from().from().get(0);
        boolean usual = time.equals(DataSet.TIME_PERIOD) && value.from().equals(DataSet.OBS_VALUE);
        return usual ? Optional.empty() : Optional.of(new ObservationColumns(time, List.of(value.from())));
    }

    @Override
    public List<Field> needed() {
        return List.of(indicator, sector, unit);
    }
}
