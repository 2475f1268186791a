package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.Row;
import org.jspecify.annotations.Nullable;

/** One figure of a record, with the record's other cells as its components. */
public final class TableRow implements Row {
    /** What stands above the figure: a period in a wide table, a measure in another. */
    public static final int HEADING = -1;

    /** The figure itself. */
    public static final int FIGURE = -2;

    /** The status that the heading gives. */
    public static final int STATUS = -3;

    /** What is said of this figure alone, behind it or beside it. */
    public static final int FLAG = -4;

    private Cells cells;
    private final int[] sources;
    private @Nullable String heading;
    private @Nullable String figure;
    private @Nullable String status;
    private @Nullable String flag;

    /**
     * Reads the record at which the table stands.
     *
     * @param sources for every component its place in the record, or one of the constants
     */
    public TableRow(Records records, int[] sources) {
        this.cells = records;
        this.sources = sources.clone();
    }

    /** This row, of another figure of the record. */
    public TableRow with(@Nullable String newHeading, @Nullable String newFigure) {
        return with(newHeading, newFigure, null, null);
    }

    /** The same with what is said of the figure. */
    TableRow with(
            @Nullable String newHeading,
            @Nullable String newFigure,
            @Nullable String newStatus,
            @Nullable String newFlag) {
        status = newStatus;
        heading = newHeading;
        figure = newFigure;
        flag = newFlag;
        return this;
    }

    /** This row, of the figures of another record. */
    TableRow at(Cells other) {
        cells = other;
        return this;
    }

    @Override
    public long line() {
        return cells.line();
    }

    @Override
    public @Nullable String get(int component) {
        int source = sources[component];
        return switch (source) {
            case HEADING -> heading;
            case FIGURE -> figure;
            case STATUS -> status;
            case FLAG -> flag;
            default -> cells.get(source);
        };
    }

    @Override
    public String text() {
        return cells.text();
    }
}
