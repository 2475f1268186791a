package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.ColumnMarks;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.FigureMarks;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.TableLayout;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.json.Spill;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the figures of a table's records as rows. What depends on figures to come is put aside, and given at the end. Not
 * thread-safe.
 */
final class FigureRows implements Closeable {
    private static final int LONGEST_FOOTER = 1_000;

    private final Records records;
    private final int[] places;
    private final @Nullable String[] headings;
    private final @Nullable ColumnMarks[] marks;
    private final Rows rows;
    private final TableRow row;
    private final int[] waiting;
    private final Spill spill = new Spill();
    private final List<Rejection> footer = new ArrayList<>();
    private long spilled;

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
        this.marks = new ColumnMarks[places.length];
        this.rows = rows;
        this.row = new TableRow(records, sources);
        this.waiting = new int[places.length];
        if (!said.areSaid()) {
            for (int i = 0; i < places.length; i++) {
                marks[i] = i > 0 && alike == Alike.ALL
                        ? marks[0]
                        : new ColumnMarks(said.parentheses(), records.separator());
            }
        }
    }

    /** What becomes of a record with a single cell and no figure: a heading inside the table, or a note below it. */
    enum Notes {
        REJECTED,
        LEFT_OUT
    }

    /** Gives all records to come, under a header of so many columns. */
    void giveAll(int columns, Notes notes) throws IOException {
        try {
            while (records.next()) {
                if (notes == Notes.LEFT_OUT && isNote()) {
                    continue;
                }
                @Nullable String fault = records.fault();
                fault = fault == null ? records.misfit(columns) : fault;
                if (fault == null) {
                    rejectFooter();
                    give();
                } else if (isFooter()) {
                    footer.add(records.rejection(fault));
                } else {
                    rejectFooter();
                    rows.rejected(records.rejection(fault));
                }
            }
        } catch (UnreadableException e) {
            rejectFooter();
            finish();
            throw e;
        }
        footer.forEach(note -> rows.aside());
        finish();
    }

    // What stands behind a blank line in other columns is a table of notes, if only it is the end of the file.
    private boolean isFooter() {
        return records.fault() == null && (footer.isEmpty() ? records.followsBlank() : footer.size() < LONGEST_FOOTER);
    }

    private void rejectFooter() {
        if (!footer.isEmpty()) {
            footer.forEach(rows::rejected);
            footer.clear();
        }
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
            @Nullable String figure = records.get(places[i]);
            if (figure == null || MissingFigures.isMissing(figure)) {
                rows.row(row.with(headings[i], null, null));
            } else if (figure.charAt(0) == '#') {
                reject(
                        records,
                        "'" + Excerpt.of(figure) + "' in cell " + cell(records, places[i])
                                + " is what a spreadsheet writes where it cannot calculate, and no figure");
            } else {
                waits = give(i, figure, waits);
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

    private int give(int i, String figure, int waits) {
        @Nullable ColumnMarks column = marks[i];
        if (column == null) {
            rows.row(row.with(headings[i], figure, null));
            return waits;
        }
        switch (column.next(figure, records.line())) {
            case READ -> rows.row(row.with(headings[i], column.figure(), null));
            case REFUSED -> reject(records, column.fault());
            case WAITS -> {
                waiting[waits] = i;
                return waits + 1;
            }
        }
        return waits;
    }

    private void finish() throws IOException {
        Spill.Reading reading = spill.read();
        for (long k = 0; k < spilled; k++) {
            CopiedRecord record = CopiedRecord.read(reading, records.separator());
            row.at(record);
            for (long waits = reading.number(); waits > 0; waits--) {
                int i = (int) reading.number();
                ColumnMarks column = marks[i];
                String figure = record.get(places[i]);
                if (column == null || figure == null) {
                    throw new IllegalStateException("a figure waits that is none");
                }
                if (column.last(figure) == ColumnMarks.Verdict.READ) {
                    rows.row(row.with(headings[i], column.figure(), null));
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
