package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.BoundedFigure;
import io.sectorwatch.ingest.format.ColumnMarks;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.FlaggedFigure;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.TableLayout;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.Spill;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the figures of a table's records as rows. What depends on figures to come is put aside, and given at the end. Not
 * thread-safe.
 */
final class FigureRows implements Closeable {
    /** The component with what stands behind or beside a figure. */
    static final String FLAG = "OBS_FLAG";

    private static final int NOWHERE = -1;
    private static final int MOST_FLAGS = 20;
    private static final int LONGEST_LABEL = 60;
    private static final Pattern NUMBER = Pattern.compile("[-+\u2212]?\\d[\\d.,'\u2019\\h]*%?");

    private final Records records;
    private final int[] places;
    private final @Nullable String[] headings;
    private final @Nullable String[] statuses;
    private final int[] flags;
    private final FigureMarks said;
    private final Set<String> unsaid = new LinkedHashSet<>();
    private boolean areFlagsNamed;
    private final @Nullable ColumnMarks[] marks;
    private final Rows rows;
    private final TableRow row;
    private final int[] waiting;
    private final Spill spill = new Spill();
    private long spilled;
    private boolean isBelow;
    private boolean isBehindGap;

    /** Which columns are written alike. */
    enum Alike {
        /** Each has marks of its own. */
        EACH,
        /** All of them, as columns that are periods of the same series. */
        ALL
    }

    /**
     * @param sources for every component its place in the record, or a constant of TableRow
     * @param places of the figures
     * @param headings what stands above each
     */
    FigureRows(
            Records records,
            int[] sources,
            int[] places,
            @Nullable String[] headings,
            Alike alike,
            FigureMarks said,
            Rows rows) {
        this.records = records;
        this.places = places.clone();
        this.headings = headings.clone();
        this.statuses = new String[places.length];
        this.flags = new int[places.length];
        Arrays.fill(flags, NOWHERE);
        this.said = said;
        this.marks = new ColumnMarks[places.length];
        this.rows = rows;
        this.row = new TableRow(records, sources);
        this.waiting = new int[places.length];
        if (!said.areSaid()) {
            for (int i = 0; i < places.length; i++) {
                marks[i] = i > 0 && alike == Alike.ALL
                        ? marks[0]
                        : new ColumnMarks(said.parentheses(), records.separator(), alike == Alike.ALL);
            }
        }
    }

    /** Gives all records to come, under a header of so many columns. */
    void giveAll(int columns) throws IOException {
        giveAll(columns, null);
    }

    /**
     * The same in a wide table, where a record with a single cell and no figure is a heading or a note.
     *
     * @param again knows a header among the records
     * @param given statuses that the headings give their figures
     * @param beside where the flag of each stands; negative for nowhere
     * @param areNamed whether the headings of these say so
     */
    void giveAll(int columns, HeaderAgain again, @Nullable String[] given, int[] beside, boolean areNamed)
            throws IOException {
        System.arraycopy(given, 0, statuses, 0, statuses.length);
        System.arraycopy(beside, 0, flags, 0, flags.length);
        areFlagsNamed = areNamed;
        giveAll(columns, again);
    }

    private void giveAll(int columns, @Nullable HeaderAgain again) throws IOException {
        boolean isBehindTable = again != null;
        @Nullable Rejection cut = null;
        try {
            while (records.next()) {
                cut = null;
                if (again == null ? isBelow(columns) : isLegend() || isNote() || isRepeated(again)) {
                    if (isBehindTable && mayBeCut(columns)) {
                        cut = records.rejection("the file ends in the middle of this line, which has "
                                + (records.count() == 1 ? "1 cell" : records.count() + " cells")
                                + " where the header has " + columns
                                + ": it was cut off there, unless this is a note without an end"
                                + " of its line");
                    }
                    isBehindTable = false;
                    continue;
                }
                isBehindTable = again != null;
                @Nullable String fault = records.fault();
                fault = fault == null ? records.misfit(columns, hasFlagAt(columns - 1) ? columns - 1 : columns) : fault;
                if (fault == null) {
                    give();
                } else {
                    rows.rejected(records.rejection(fault));
                }
            }
        } catch (UnreadableException e) {
            finish();
            throw e;
        }
        if (cut != null && records.endsOpen()) {
            rows.rejected(cut);
        }
        finish();
    }

    // Footnotes, or a small table of them, stand behind a blank line, and have fewer cells than the records above it.
    private boolean isBelow(int columns) {
        boolean isFirst = isBehindGap || records.isBehindBlank();
        isBehindGap = false;
        if (records.count() < columns) {
            isBelow |= isFirst;
            return isBelow && !hasFigure() && records.fault() == null;
        }
        if (records.get(0) == null && isEmpty()) {
            isBehindGap = true;
            return true;
        }
        isBelow = false;
        return false;
    }

    // Below a table the signs in it are explained, one a line.
    private boolean isLegend() {
        isBelow |= records.isBehindBlank() || isBehindGap;
        int cells = 0;
        for (int i = 0; i < records.count(); i++) {
            cells += records.get(i) == null ? 0 : 1;
        }
        isBehindGap = cells == 0;
        boolean explains = false;
        for (int place : places) {
            @Nullable String figure = records.get(place);
            if (isNumber(figure == null ? null : bare(figure))) {
                isBelow = false;
                return false;
            }
            explains |= figure != null && !MissingFigures.isMissing(figure);
        }
        return isBelow && explains && cells <= 2 && records.get(0) != null && records.fault() == null;
    }

    // A label that was cut off looks like a note; one with a colon is one.
    private boolean mayBeCut(int columns) {
        @Nullable String only = records.get(0);
        return records.count() < columns
                && !records.isBehindBlank()
                && only != null
                && only.length() <= LONGEST_LABEL
                && only.indexOf(':') < 0;
    }

    private boolean hasFlagAt(int place) {
        return Arrays.stream(flags).anyMatch(flag -> flag == place);
    }

    private boolean hasFigure() {
        for (int place : places) {
            if (records.get(place) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean isEmpty() {
        for (int i = 1; i < records.count(); i++) {
            if (records.get(i) != null) {
                return false;
            }
        }
        return records.fault() == null;
    }

    private boolean isRepeated(HeaderAgain again) throws UnreadableException {
        HeaderAgain.Kind kind = again.of(records);
        if (kind == HeaderAgain.Kind.OTHER) {
            throw new UnreadableException("line " + records.line()
                    + ": another table begins here, with other headings ("
                    + Excerpt.of(records.text()) + "), and only the first is read: put this one into a file or sheet of"
                    + " its own");
        }
        return kind == HeaderAgain.Kind.SAME;
    }

    private boolean isNote() {
        @Nullable String only = null;
        int cells = 0;
        for (int i = 0; i < records.count(); i++) {
            @Nullable String cell = records.get(i);
            if (cell != null) {
                if (only != null && !only.equals(cell)) {
                    return false;
                }
                only = cell;
                cells++;
            }
        }
        // A note that is merged across a sheet stands in each of its cells.
        return only == null || cells == 1 || only.chars().anyMatch(Character::isLetter);
    }

    private void give() throws IOException {
        int waits = 0;
        for (int i = 0; i < places.length; i++) {
            @Nullable String cell = records.get(places[i]);
            @Nullable String bare = cell == null ? null : bare(cell);
            @Nullable FlaggedFigure both = bare == null ? null : flaggedFigure(bare);
            @Nullable String figure = both == null ? bare : both.figure();
            @Nullable String flag = flag(records, i, both);
            if (flags[i] >= 0 && !areFlagsNamed && isNumber(records.get(flags[i]))) {
                reject(
                        records,
                        "of " + headings[i] + " there are two figures, " + Excerpt.of(cell) + " and "
                                + Excerpt.of(records.get(flags[i])) + ", and nothing says which is which");
            } else if (figure == null || MissingFigures.isMissing(figure)) {
                rows.row(row.with(headings[i], null, statuses[i], flag));
            } else if (figure.charAt(0) == '#') {
                reject(
                        records,
                        "'" + Excerpt.of(figure) + "' in cell " + cell(records, places[i])
                                + " is what a spreadsheet writes where it cannot calculate, and no figure");
            } else {
                waits = give(i, sign(cell), figure, flag, waits);
            }
        }
        if (waits > 0) {
            CopiedRecord.put(records, spill);
            spill.number(waits);
            for (int i = 0; i < waits; i++) {
                spill.number(waiting[i]);
            }
            spilled++;
        }
    }

    private int give(int i, String sign, String figure, @Nullable String flag, int waits) {
        @Nullable ColumnMarks column = marks[i];
        if (column == null) {
            rows.row(row.with(headings[i], sign + figure, statuses[i], flag));
            return waits;
        }
        switch (column.next(figure, records.line())) {
            case READ -> rows.row(row.with(headings[i], sign + column.figure(), statuses[i], flag));
            case REFUSED -> reject(records, column.fault());
            case WAITS -> {
                waiting[waits] = i;
                return waits + 1;
            }
        }
        return waits;
    }

    // The marks of a figure are those of its column, whatever stands before it.
    private String bare(String cell) {
        @Nullable BoundedFigure bounded = said.bounded() ? BoundedFigure.of(cell) : null;
        return said.withoutCurrency(bounded == null ? cell : bounded.figure());
    }

    private String sign(@Nullable String cell) {
        @Nullable BoundedFigure bounded = said.bounded() && cell != null ? BoundedFigure.of(cell) : null;
        return bounded == null ? "" : bounded.sign();
    }

    private @Nullable FlaggedFigure flaggedFigure(String cell) {
        @Nullable FlaggedFigure both = FlaggedFigure.of(cell);
        if (both == null || both.mayBeMagnitude()) {
            return null;
        }
        if (!said.flagged() && unsaid.size() < MOST_FLAGS) {
            unsaid.add(both.flag());
        }
        return said.flagged() ? both : null;
    }

    private @Nullable String flag(Cells record, int i, @Nullable FlaggedFigure both) {
        @Nullable String beside = flags[i] < 0 ? null : record.get(flags[i]);
        @Nullable String behind = both == null ? null : both.flag();
        return behind == null ? beside : beside == null ? behind : behind + ' ' + beside;
    }

    private static boolean isNumber(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches();
    }

    private void finish() throws IOException {
        Spill.Reading reading = spill.read();
        for (long k = 0; k < spilled; k++) {
            CopiedRecord record = CopiedRecord.read(reading, records.separator());
            row.at(record);
            for (long waits = reading.number(); waits > 0; waits--) {
                int i = (int) reading.number();
                ColumnMarks column = marks[i];
                String cell = record.get(places[i]);
                if (column == null || cell == null) {
                    throw new IllegalStateException("a figure waits that is none");
                }
                String bare = bare(cell);
                @Nullable FlaggedFigure both = flaggedFigure(bare);
                if (column.last(both == null ? bare : both.figure()) == ColumnMarks.Verdict.READ) {
                    rows.row(row.with(headings[i], sign(cell) + column.figure(), statuses[i], flag(record, i, both)));
                } else {
                    reject(record, column.fault());
                }
            }
        }
        Arrays.stream(marks)
                .map(column -> column == null ? null : column.proposal())
                .filter(proposal -> proposal != null)
                .findFirst()
                .ifPresent(proposal -> rows.laidOut(TableLayout.marked(proposal)));
        if (!unsaid.isEmpty()) {
            rows.laidOut(TableLayout.flagged(List.copyOf(unsaid)));
        }
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }

    private void reject(Cells record, String reason) {
        rows.rejected(new Rejection(records.name(), record.line(), reason, record.text()));
    }

    /** As spreadsheets name it. */
    private static String cell(Cells record, int place) {
        StringBuilder letters = new StringBuilder();
        for (int column = place + 1; column > 0; column = (column - 1) / 26) {
            letters.insert(0, (char) ('A' + (column - 1) % 26));
        }
        return letters.append(record.line()).toString();
    }
}
