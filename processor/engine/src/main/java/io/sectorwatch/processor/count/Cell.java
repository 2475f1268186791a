package io.sectorwatch.processor.count;

import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A period of a derived series: one of those that a policy event counts in. */
record Cell(SeriesKey series, Period period) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
        int order = series.compareTo(other.series);
        return order != 0 ? order : Integer.compare(period.ordinal(), other.period.ordinal());
    }

    static List<Cell> of(PolicyEvent event) {
        List<Cell> cells = new ArrayList<>();
        for (String sector : event.sectors()) {
            for (String indicator : List.of(
                    Partitions.POLICY_ACTIVITY,
                    Partitions.POLICY_ACTIVITY + '.' + event.kind(),
                    Partitions.POLICY_STANCE + '.' + event.stance())) {
                for (Period period : periods(event.occurred())) {
                    cells.add(new Cell(new SeriesKey(indicator, event.area(), sector, period.frequency()), period));
                }
            }
        }
        return cells;
    }

    private static List<Period> periods(Period occurred) {
        // An ISO week belongs to the year of its Thursday.
        LocalDate day = occurred.frequency() == Frequency.W ? occurred.start().plusDays(3) : occurred.start();
        Period year = Period.containing(day, Frequency.A);
        return occurred.frequency() == Frequency.M || occurred.frequency() == Frequency.D
                ? List.of(year, Period.containing(day, Frequency.M))
                : List.of(year);
    }
}
