package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ObservationColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of observations are taken from.
 *
 * @param status of which all components count, and not only the first
 * @param isStatusNamed whether the mapping says where the status is
 */
record ObservationKind(
        Field indicator,
        Field sector,
        Field unit,
        Field status,
        boolean isStatusNamed,
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
    record Value(String from, Figures figures, @Nullable String unitMultiplier) {
        /** Where the power of ten is taken from; {@link Field#NONE} where there is none. */
        Field power() {
            return unitMultiplier == null ? Field.NONE : Field.component(unitMultiplier);
        }
    }

    /** The columns of a table that are to be period and figure, if they are not under SDMX's names. */
    Optional<ObservationColumns> columns() {
        String time = period.from().from().get(0);
        boolean usual = time.equals(DataSet.TIME_PERIOD) && value.from().equals(DataSet.OBS_VALUE);
        return usual ? Optional.empty() : Optional.of(new ObservationColumns(time, List.of(value.from())));
    }

    /** The column of the period alone, if it is not under SDMX's name. */
    Optional<ObservationColumns> periodColumn() {
        String time = period.from().from().get(0);
        return time.equals(DataSet.TIME_PERIOD)
                ? Optional.empty()
                : Optional.of(new ObservationColumns(time, List.of()));
    }

    @Override
    public List<Field> renamed() {
        return List.of(period.from(), Field.component(value.from()));
    }

    @Override
    public List<Field> needed() {
        return List.of(indicator, sector, unit);
    }

    @Override
    public List<Field> named() {
        List<Field> named = new ArrayList<>(List.of(period.frequency(), comparator, nextRelease, value.power()));
        if (isStatusNamed) {
            named.add(status);
        }
        return named;
    }

    // Where every figure is a normal one, nobody writes a status, nor when the next is due.
    @Override
    public List<Field> silent() {
        return List.of(status, nextRelease);
    }
}
