package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.PeriodHeadings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header of a table with a column for each period. It may be of two lines, years above their quarters.
 *
 * @param header names of all columns
 * @param periods of each column its period; null where it is no column of figures
 * @param flags where the flags of its figures stand
 * @param lines how many records it takes
 */
public record WideHeader(TableHeader header, List<@Nullable String> periods, FlagColumns flags, int lines) {
    private static final Pattern DIMENSION = Pattern.compile(".+ \\((?:Labels|Codes)\\)");

    /** The header that a record is, maybe together with the next one; null where it has no two different periods. */
    static @Nullable WideHeader of(Cells record, @Nullable Cells next, PeriodHeadings headings) {
        List<@Nullable String> cells = cells(record);
        if (next != null) {
            @Nullable WideHeader both = ofTwo(cells, cells(next), headings.ofAnyLength());
            if (both != null) {
                return both.only(headings);
            }
        }
        List<@Nullable String> periods = new ArrayList<>();
        for (@Nullable String cell : cells) {
            periods.add(cell == null ? null : headings.period(cell));
        }
        FlagColumns flags = FlagColumns.among(cells, periods);
        flags.places().forEach(place -> periods.set(place, null));
        if (!isHeader(periods, headings.areSaid() ? 1 : 2)) {
            return null;
        }
        if (next != null && namesOthers(cells(next))) {
            for (int i = 0; i < Math.min(cells.size(), next.count()); i++) {
                cells.set(i, next.get(i) == null ? cells.get(i) : next.get(i));
            }
            return made(cells, periods, flags, 2);
        }
        return made(cells, periods, flags, 1);
    }

    // Eurostat's spreadsheets name the dimensions below TIME.
    private static boolean namesOthers(List<@Nullable String> below) {
        List<String> names =
                below.stream().filter(Objects::nonNull).map(String::valueOf).toList();
        return !names.isEmpty()
                && names.stream().allMatch(name -> DIMENSION.matcher(name).matches());
    }

    /** Names of the columns that are periods. */
    List<String> named() {
        return periods.stream().filter(Objects::nonNull).map(String::valueOf).toList();
    }

    /** With those periods that are wanted; null where none is, since what stands below a year is not its own. */
    private @Nullable WideHeader only(PeriodHeadings headings) {
        List<@Nullable String> wanted = new ArrayList<>();
        for (@Nullable String period : periods) {
            wanted.add(period == null ? null : headings.period(period));
        }
        return isHeader(wanted, 1) ? new WideHeader(header, wanted, flags, lines) : null;
    }

    private static @Nullable WideHeader ofTwo(
            List<@Nullable String> above, List<@Nullable String> below, PeriodHeadings headings) {
        List<@Nullable String> names = new ArrayList<>();
        List<@Nullable String> periods = new ArrayList<>();
        @Nullable String over = null;
        for (int i = 0; i < below.size(); i++) {
            @Nullable String upper = i < above.size() ? above.get(i) : null;
            @Nullable String lower = below.get(i);
            over = upper == null ? over : upper;
            @Nullable String year = over == null ? null : headings.period(over);
            @Nullable String period = year == null || lower == null ? null : together(year, lower, headings);
            periods.add(period);
            names.add(period != null ? over + ' ' + lower : lower == null ? upper : lower);
        }
        return isHeader(periods, 2) ? made(names, periods, FlagColumns.NONE, 2) : null;
    }

    // A figure below a year makes no month of it: whatever names a part of a year has a letter.
    private static @Nullable String together(String year, String part, PeriodHeadings headings) {
        if (part.chars().noneMatch(Character::isLetter)) {
            return null;
        }
        @Nullable String period = headings.period(part + ' ' + year);
        return period == null ? headings.period(year + ' ' + part.toUpperCase(Locale.ROOT)) : period;
    }

    private static boolean isHeader(List<@Nullable String> periods, int least) {
        Set<String> different = new HashSet<>();
        for (@Nullable String period : periods) {
            if (period != null && !different.add(period)) {
                return false;
            }
        }
        return different.size() >= least;
    }

    private static WideHeader made(
            List<@Nullable String> cells, List<@Nullable String> periods, FlagColumns flags, int lines) {
        TableHeader header = TableHeader.of(flags.named(cells));
        return new WideHeader(header, periods.subList(0, header.size()), flags, lines);
    }

    private static List<@Nullable String> cells(Cells record) {
        List<@Nullable String> cells = new ArrayList<>(record.count());
        for (int i = 0; i < record.count(); i++) {
            cells.add(record.get(i));
        }
        return cells;
    }
}
