package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.PeriodHeadings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of observations are taken from.
 *
 * @param status of which all components count, and not only the first
 * @param frequency what the periods are taken to be; {@link Field#NONE} if their form says it
 * @param headings which headings of a table are periods
 */
record ObservationKind(
        Field indicator,
        Field sector,
        Field unit,
        Field status,
        Field period,
        Field frequency,
        PeriodHeadings headings,
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
        String time = period.from().get(0);
        boolean usual = time.equals(DataSet.TIME_PERIOD) && value.from().equals(DataSet.OBS_VALUE);
        return usual ? Optional.empty() : Optional.of(new ObservationColumns(time, List.of(value.from())));
    }

    @Override
    public List<Field> needed() {
        return List.of(indicator, sector, unit);
    }
}
