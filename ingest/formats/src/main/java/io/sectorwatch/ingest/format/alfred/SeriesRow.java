package io.sectorwatch.ingest.format.alfred;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of such a file. A period is written as its first day, and the frequency nowhere, which the component FREQ says in
 * the words of SDMX. Used again for each row.
 */
public final class SeriesRow implements Row {
    /** The component with the name of the series. */
    public static final String SERIES_ID = "series_id";

    /** The component with the day from which on a figure was known. */
    public static final String REALTIME_START = "realtime_start";

    private static final String FREQUENCY = "FREQ";
    private static final String UNSPECIFIED = "_U";
    private static final String MISSING = ".";

    private final Rows rows;
    private final LongSupplier line;
    private final Supplier<String> text;
    private final @Nullable String[] cells = new @Nullable String[5];
    private final int series;
    private final int known;

    /**
     * Begins a data set.
     *
     * @param name of the only series in it; null where there are several, or nothing says which
     * @param isNamed whether rows name their series
     * @param isKnown whether rows say from when on they were known
     * @param line says where the reader is
     * @param text of the row there
     */
    public SeriesRow(
            Rows rows,
            @Nullable String name,
            boolean isNamed,
            boolean isKnown,
            LongSupplier line,
            Supplier<String> text) {
        this.rows = rows;
        this.line = line;
        this.text = text;
        List<String> components = new ArrayList<>(List.of(DataSet.TIME_PERIOD, DataSet.OBS_VALUE, FREQUENCY));
        cells[2] = UNSPECIFIED;
        this.series = isNamed ? components.size() : -1;
        if (isNamed) {
            components.add(SERIES_ID);
        }
        this.known = isKnown ? components.size() : -1;
        if (isKnown) {
            components.add(REALTIME_START);
        }
        rows.begin(new DataSet(name, components, null, DataSet.Action.INFORMATION));
    }

    /** Whether a text stands for no figure. */
    public static boolean isMissing(@Nullable String figure) {
        return figure == null || figure.isEmpty() || figure.equals(MISSING);
    }

    /** Gives one row; {@code figure} may be missing, {@code since} is the day from which on that was known. */
    public void give(@Nullable String period, @Nullable String name, @Nullable String figure, @Nullable String since) {
        cells[0] = said(period);
        cells[1] = isMissing(figure) ? null : figure;
        if (series >= 0) {
            cells[series] = said(name);
        }
        if (known >= 0) {
            cells[known] = said(since);
        }
        rows.row(this);
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @Override
    public long line() {
        return line.getAsLong();
    }

    @Override
    public @Nullable String get(int component) {
        return cells[component];
    }

    @Override
    public String text() {
        return text.get();
    }
}
