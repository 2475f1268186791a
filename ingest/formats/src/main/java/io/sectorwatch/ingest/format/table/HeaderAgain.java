package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.PeriodHeadings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows the header of a further table below a wide one, whose figures must not be taken for those of other periods. */
final class HeaderAgain {
    private static final int FEWEST = 2;
    private static final int LENGTH_OF_A_YEAR = 4;
    // Two figures of a row may follow upon each other as years do; hardly three.
    private static final int SURE = 3;

    /** What a record is. */
    enum Kind {
        NONE,
        /** The same header, as at the top of each page. */
        SAME,
        /** One with other periods, or with the same in other columns. */
        OTHER
    }

    private final List<String> names;
    private final List<@Nullable String> periods;
    private final PeriodHeadings headings;
    private final int first;

    HeaderAgain(WideHeader wide, PeriodHeadings headings) {
        this.names = wide.header().names();
        this.periods = wide.periods();
        this.headings = headings.ofAnyLength();
        int place = 0;
        while (periods.get(place) == null) {
            place++;
        }
        this.first = place;
    }

    Kind of(Cells record) {
        @Nullable String figure = record.get(first);
        return figure == null || !mayBePeriod(figure) ? Kind.NONE : closely(record);
    }

    private Kind closely(Cells record) {
        List<String> found = new ArrayList<>();
        boolean areYears = true;
        boolean isSame = true;
        boolean isNamed = true;
        boolean isBare = true;
        for (int i = 0; i < names.size(); i++) {
            @Nullable String cell = record.get(i);
            if (periods.get(i) == null) {
                isBare &= cell == null;
                isNamed &= cell == null || cell.equals(names.get(i));
            } else if (cell == null) {
                isSame = false;
            } else {
                @Nullable String period = headings.period(cell);
                if (period == null) {
                    return Kind.NONE;
                }
                found.add(period);
                isSame &= period.equals(periods.get(i));
                areYears &= period.length() == LENGTH_OF_A_YEAR;
            }
        }
        if (found.size() < FEWEST || new HashSet<>(found).size() < found.size()) {
            return Kind.NONE;
        }
        boolean isHeader = !areYears || isBare || isNamed || found.size() >= SURE && isEvenlySpaced(found);
        return !isHeader ? Kind.NONE : isSame ? Kind.SAME : Kind.OTHER;
    }

    private static boolean isEvenlySpaced(List<String> years) {
        int step = Integer.parseInt(years.get(1)) - Integer.parseInt(years.get(0));
        for (int i = 2; i < years.size(); i++) {
            if (Integer.parseInt(years.get(i)) - Integer.parseInt(years.get(i - 1)) != step) {
                return false;
            }
        }
        return true;
    }

    // Nearly all figures have another look than any year.
    private static boolean mayBePeriod(String figure) {
        char c = figure.charAt(0);
        return Character.isLetter(c)
                || (c == '1' || c == '2')
                        && figure.length() >= LENGTH_OF_A_YEAR
                        && Character.isDigit(figure.charAt(1))
                        && Character.isDigit(figure.charAt(2))
                        && Character.isDigit(figure.charAt(3))
                || figure.chars().anyMatch(Character::isLetter);
    }
}
