package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.series.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The periods in the rows of a data set, as a mapping reads them. Not thread-safe. */
public final class RowPeriods {
    private final PeriodColumn column;

    /**
     * Of a data set.
     *
     * @param mapping null for one that says nothing of periods
     */
    public RowPeriods(DataSet dataSet, @Nullable Mapping mapping) {
        PeriodField period = mapping != null && mapping.kind() instanceof ObservationKind observations
                ? observations.period()
                : PeriodField.USUAL;
        this.column = PeriodColumn.besideFrequency("period", period, new Places(dataSet));
    }

    /** The period of a row; empty where it has none, or is not wanted. Throws MalformedMessageException for nonsense. */
    public Optional<Period> of(Row row) throws MalformedMessageException {
        Reading<Period> reading = column.of(row);
        return reading.isUnwanted() ? Optional.empty() : Optional.ofNullable(reading.optional());
    }
}
