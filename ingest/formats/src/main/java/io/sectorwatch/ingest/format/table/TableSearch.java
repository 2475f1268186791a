package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.PeriodHeadings;
import io.sectorwatch.ingest.format.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the header of a table of observations, which titles and notes may precede. */
public final class TableSearch {
    private static final int LONGEST_PREAMBLE = 30;

    /** A title has one cell, a note a second one. */
    private static final int MOST_IN_A_NOTE = 2;

    private static final int FEWEST_HEADINGS = 2;

    /** Which columns of a header hold period and figures. */
    @FunctionalInterface
    public interface Guess {
        /** Throws UnreadableException, with the reason, where that cannot be told. */
        ObservationColumns of(TableHeader header) throws UnreadableException;
    }

    /**
     * What was found: one of the two is there.
     *
     * @param columns with the figures of a table whose periods are in a column; null for a wide one
     */
    public record Found(
            TableHeader header,
            @Nullable ObservationColumns columns,
            @Nullable WideHeader wide) {}

    /**
     * Goes to the header.
     *
     * @param guess told before periods are looked for in the headings, unless these are said to be there
     * @throws UnreadableException if there is none, saying what is missing in the first record that might be one
     */
    public static Found in(Records records, PeriodHeadings headings, Guess guess) throws IOException {
        @Nullable UnreadableException complaint = null;
        boolean isPreamble = true;
        int cellsBefore = 0;
        for (int i = 0; i < LONGEST_PREAMBLE; i++) {
            @Nullable CopiedRecord record = records.ahead(i);
            if (record == null) {
                break;
            }
            if (record.fault() != null) {
                complaint = complaint != null
                        ? complaint
                        : new UnreadableException("line " + record.line() + ": " + record.fault());
                break;
            }
            TableHeader header = TableHeader.of(record.cells());
            if (!headings.areSaid()) {
                try {
                    ObservationColumns columns = guess.of(header);
                    skip(records, i + 1);
                    return new Found(header, columns, null);
                } catch (UnreadableException e) {
                    complaint = complaint == null || cellsBefore < 2 ? e : complaint;
                }
            }
            @Nullable WideHeader wide = WideHeader.of(record, records.ahead(i + 1), headings);
            if (wide != null && (headings.areSaid() || isPreamble)) {
                skip(records, i + wide.lines());
                return new Found(wide.header(), null, wide);
            }
            // A title that is merged across a sheet stands in each of its cells.
            int cells = (int) record.cells().stream()
                    .filter(cell -> cell != null)
                    .distinct()
                    .count();
            // Records of figures that look like years are no header, and what precedes them is no preamble.
            isPreamble &= cells <= MOST_IN_A_NOTE;
            cellsBefore = Math.max(cellsBefore, cells);
        }
        if (complaint == null && headings.areSaid() && records.ahead(0) != null) {
            CopiedRecord first = records.ahead(0);
            throw new UnreadableException("no line has the headings that the mapping says are periods; the first is: "
                    + (first == null ? "" : TableHeader.of(first.cells()).listed()) + doubts(records, headings));
        }
        if (records.ahead(0) == null) {
            records.next();
            throw new UnreadableException("the file is empty");
        }
        if (complaint == null) {
            throw new UnreadableException("there is no header");
        }
        @Nullable String doubt = doubtOfHeader(records, headings);
        throw doubt == null ? complaint : new UnreadableException(complaint.getMessage() + doubt, complaint);
    }

    // One period stands in many a row; several with letters in them, side by side, are headings.
    private static @Nullable String doubtOfHeader(Records records, PeriodHeadings headings) throws IOException {
        for (int i = 0; i < LONGEST_PREAMBLE; i++) {
            @Nullable CopiedRecord record = records.ahead(i);
            if (record == null) {
                return null;
            }
            List<String> doubts = new ArrayList<>();
            for (@Nullable String cell : record.cells()) {
                boolean isSpelled = cell != null && cell.chars().anyMatch(Character::isLetter);
                @Nullable String doubt = cell == null || !isSpelled ? null : headings.doubt(cell);
                if (doubt != null) {
                    doubts.add(doubt);
                }
            }
            if (doubts.size() >= FEWEST_HEADINGS) {
                return "; the headings in line " + record.line() + " may be periods: " + doubts.get(0)
                        + ", beside columns: periods";
            }
        }
        return null;
    }

    private static String doubts(Records records, PeriodHeadings headings) throws IOException {
        for (int i = 0; i < LONGEST_PREAMBLE; i++) {
            @Nullable CopiedRecord record = records.ahead(i);
            if (record == null) {
                break;
            }
            Set<String> periods = new HashSet<>();
            for (@Nullable String cell : record.cells()) {
                @Nullable String period = cell == null ? null : headings.period(cell);
                if (period != null && !periods.add(period)) {
                    return "; in line " + record.line() + " two headings are " + period
                            + ", and nothing says which figures are which: put what stands side by side into files or"
                            + " sheets of their own";
                }
                @Nullable String doubt = cell == null ? null : headings.doubt(cell);
                if (doubt != null) {
                    return "; in line " + record.line() + " " + doubt;
                }
            }
        }
        return "; what else a mapping can say of periods, form: and fiscal:, holds for headings too";
    }

    private static void skip(Records records, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            records.next();
        }
    }

    private TableSearch() {}
}
