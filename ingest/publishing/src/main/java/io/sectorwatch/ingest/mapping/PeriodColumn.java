package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A period, in the form a publisher has for it; the frequency may stand beside it. */
final class PeriodColumn {
    private final String name;
    private final Column<Frequency> frequency;
    private final boolean hasFrequency;
    private final Column<Period> alone;
    private final Map<Frequency, Column<Period>> byFrequency = new EnumMap<>(Frequency.class);

    /** A period under that name in complaints. */
    PeriodColumn(String name, Field period, Field frequency, Places places) {
        this.name = name;
        // A reader that was told which column holds the period gives it under SDMX's name.
        Field found = period.from().stream().anyMatch(places::has)
                ? period
                : new Field(List.of(DataSet.TIME_PERIOD), null, period.codes(), period.skip(), period.unknown(), null);
        this.hasFrequency = frequency.isSaid();
        this.frequency = frequency.column("frequency", places, Frequency::of);
        this.alone = found.column(name, places, Periods::parse);
        for (Frequency each : Frequency.values()) {
            byFrequency.put(each, found.column(name, places, text -> Periods.parse(text, each)));
        }
    }

    Reading<Period> of(Row row) {
        if (!hasFrequency) {
            return alone.of(row);
        }
        Reading<Frequency> said = frequency.of(row);
        if (said.isUnwanted()) {
            return Reading.unwanted();
        }
        if (said.complaint() != null) {
            return Reading.nonsense(said.complaint());
        }
        @Nullable Column<Period> column = said.meaning() == null ? alone : byFrequency.get(said.meaning());
        return column == null ? Reading.nonsense("no " + name) : column.of(row);
    }
}
