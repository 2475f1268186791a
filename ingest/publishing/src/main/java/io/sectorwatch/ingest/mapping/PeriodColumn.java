package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.period.MonthsOrYears;
import io.sectorwatch.ingest.period.PeriodReader;
import io.sectorwatch.ingest.period.SaidFrequency;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A period, in the form a publisher has for it; its frequency may stand beside it, or be said by a mapping. */
abstract class PeriodColumn {
    /** What the row says of when, nonsense where period and frequency contradict each other. */
    abstract Reading<Period> of(Row row);

    /** Why none of the periods can be what it was read as, once all are read; null where they can. */
    @Nullable
    String complaint() {
        return null;
    }

    /** A period under that name in complaints; a component of frequency counts only where the mapping names it. */
    static PeriodColumn saidAlone(String name, PeriodField period, Places places) {
        return period.frequency().isSaid()
                ? new Named(name, period, places)
                : new Alone(at(name, period, places, period.reader()::read));
    }

    /** The same, held against the frequency that the publisher says, where the mapping says none. */
    static PeriodColumn besideFrequency(String name, PeriodField period, Places places) {
        String component = period.frequency().isSaid() ? null : places.frequency();
        if (component != null) {
            return new Beside(name, period, component, places);
        }
        SaidFrequency said = SaidFrequency.ofDimension(period.from().from().get(0));
        if (said != SaidFrequency.NOTHING && !period.frequency().isSaid()) {
            return new Alone(at(name, period, places, text -> period.reader().beside(text, said)));
        }
        return period.frequency().isSaid() ? saidAlone(name, period, places) : new Together(name, period, places);
    }

    private static Column<Period> at(String name, PeriodField period, Places places, Function<String, Period> reading) {
        Field from = period.from();
        // A reader that was told which column holds the period gives it under SDMX's name.
        Field found = from.from().stream().anyMatch(places::has)
                ? from
                : new Field(
                        List.of(DataSet.TIME_PERIOD), null, from.codes(), from.skip(), from.unknown(), null, List.of());
        return found.column(name, places, reading);
    }

    private static final class Alone extends PeriodColumn {
        private final Column<Period> period;

        Alone(Column<Period> period) {
            this.period = period;
        }

        @Override
        Reading<Period> of(Row row) {
            return period.of(row);
        }
    }

    /** With nothing beside them. */
    private static final class Together extends PeriodColumn {
        private final MonthsOrYears seen = new MonthsOrYears();
        private final Column<Period> period;

        Together(String name, PeriodField period, Places places) {
            PeriodReader reader = period.reader();
            boolean isOpen =
                    reader.equals(PeriodReader.USUAL) && !period.headings().saysFrequency();
            this.period = at(name, period, places, text -> {
                if (isOpen) {
                    seen.note(text);
                }
                return reader.read(text);
            });
        }

        @Override
        Reading<Period> of(Row row) {
            return period.of(row);
        }

        @Override
        @Nullable
        String complaint() {
            return seen.complaint();
        }
    }

    /** With the frequency that the mapping says, or says where to find. */
    private static final class Named extends PeriodColumn {
        private final Column<Frequency> frequency;
        private final Column<Period> alone;
        private final Map<Frequency, Column<Period>> byFrequency = new EnumMap<>(Frequency.class);

        Named(String name, PeriodField period, Places places) {
            PeriodReader reader = period.reader();
            this.frequency = period.frequency().column("frequency", places, Frequency::of);
            this.alone = at(name, period, places, reader::read);
            for (Frequency each : Frequency.values()) {
                byFrequency.put(each, at(name, period, places, text -> reader.within(text, each)));
            }
        }

        @Override
        Reading<Period> of(Row row) {
            Reading<Frequency> said = frequency.of(row);
            if (said.isUnwanted()) {
                return Reading.unwanted();
            }
            if (said.complaint() != null) {
                return Reading.nonsense(said.complaint());
            }
            @Nullable Column<Period> column = said.meaning() == null ? alone : byFrequency.get(said.meaning());
            return column == null ? alone.of(row) : column.of(row);
        }
    }

    /** With the frequency that the publisher says of its own accord. */
    private static final class Beside extends PeriodColumn {
        private final Column<SaidFrequency> frequency;
        private final PeriodColumn alone;
        private final Map<SaidFrequency, Column<Period>> bySaid = new EnumMap<>(SaidFrequency.class);

        Beside(String name, PeriodField period, String component, Places places) {
            PeriodReader reader = period.reader();
            this.frequency = Field.component(component).column("frequency", places, SaidFrequency::of);
            this.alone = new Together(name, period, places);
            for (SaidFrequency each : SaidFrequency.values()) {
                bySaid.put(each, at(name, period, places, text -> reader.beside(text, each)));
            }
        }

        @Override
        Reading<Period> of(Row row) {
            SaidFrequency said = frequency.of(row).meaning();
            @Nullable Column<Period> column = said == null ? null : bySaid.get(said);
            return column == null ? alone.of(row) : column.of(row);
        }

        @Override
        @Nullable
        String complaint() {
            return alone.complaint();
        }
    }
}
