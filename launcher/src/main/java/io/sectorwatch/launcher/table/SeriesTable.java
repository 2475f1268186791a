package io.sectorwatch.launcher.table;

import static com.github.freva.asciitable.HorizontalAlign.LEFT;
import static com.github.freva.asciitable.HorizontalAlign.RIGHT;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import io.sectorwatch.application.series.PeriodFigures;
import io.sectorwatch.application.series.SeriesSummary;
import io.sectorwatch.application.series.ShownSeries;
import io.sectorwatch.application.series.Vintage;
import io.sectorwatch.processor.kind.Rounded;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Series as a person reads them: a list of them, or the periods of one, within 80 columns. */
public final class SeriesTable {
    private static final int PADDING = 2;
    private static final int SOURCE = 20;
    private static final int FIRST_SAID = 24;

    /** A list; each with the newest figure it has. */
    public static String of(List<SeriesSummary> series) {
        return table(
                series,
                List.of(
                        column("Series", LEFT, 34, row -> row.series().toString()),
                        column("Periods", LEFT, 24, SeriesTable::periods),
                        column("Value", RIGHT, 13, row -> row.newest() == null ? "" : value(row.newest())),
                        column(
                                "Published",
                                LEFT,
                                10,
                                row -> FactText.day(row.published()).toString())));
    }

    private static String periods(SeriesSummary series) {
        return series.newest() == null
                ? "0"
                : series.periods() + " (" + series.first() + ".."
                        + series.newest().period() + ")";
    }

    /** A vintage, and what is said of it besides. */
    private record Row(Vintage vintage, String besides) {}

    /** The current figure of each period, and what was first said where that was something else. */
    public static String ofPeriods(ShownSeries series) {
        List<Row> rows = new ArrayList<>();
        for (PeriodFigures period : series.periods()) {
            if (period.current() != null) {
                rows.add(new Row(period.current(), first(period.otherwiseAtFirst())));
            }
        }
        List<ColumnData<Row>> columns = figure();
        if (rows.stream().anyMatch(row -> !row.besides().isEmpty())) {
            columns.add(column("First said", LEFT, FIRST_SAID, Row::besides));
        }
        return title(series) + table(rows, columns);
    }

    /** All that was said of each period, in the order in which it counted. */
    public static String ofVintages(ShownSeries series) {
        List<Row> rows = new ArrayList<>();
        for (PeriodFigures period : series.periods()) {
            for (Vintage vintage : period.vintages()) {
                rows.add(new Row(vintage, state(vintage, period)));
            }
        }
        List<ColumnData<Row>> columns = figure();
        columns.add(column("State", LEFT, 8, Row::besides));
        if (!series.derived()) {
            columns.add(
                    column("Id", LEFT, 12, row -> FactText.shortId(row.vintage().id())));
        }
        return title(series) + table(rows, columns);
    }

    /** What has become of a vintage among those of its period. */
    static String state(Vintage vintage, PeriodFigures period) {
        if (vintage.isVoid()) {
            return "void";
        }
        return vintage.equals(period.current()) ? "current" : "earlier";
    }

    private static String title(ShownSeries series) {
        SeriesKey key = series.series();
        String unit = "";
        for (PeriodFigures period : series.periods()) {
            Vintage current = period.current();
            if (current != null && current.observation().unit() != null) {
                unit = ", " + current.observation().unit();
            }
        }
        return key + unit + (series.derived() ? ", counted from policy events" : "") + System.lineSeparator();
    }

    private static List<ColumnData<Row>> figure() {
        List<ColumnData<Row>> columns = new ArrayList<>();
        columns.add(column("Period", LEFT, 10, row -> said(row).period().toString()));
        columns.add(column("Value", RIGHT, 16, row -> value(said(row))));
        columns.add(column(
                "Published",
                LEFT,
                10,
                row -> FactText.day(said(row).published()).toString()));
        columns.add(column("Source", LEFT, SOURCE, row -> said(row).source().id()));
        return columns;
    }

    private static String value(Observation observation) {
        return observation.value() == null
                ? FactText.value(observation)
                : FactText.value(observation, Rounded.of(observation.value()));
    }

    private static Observation said(Row row) {
        return row.vintage().observation();
    }

    private static String first(@Nullable Vintage vintage) {
        if (vintage == null) {
            return "";
        }
        Observation said = vintage.observation();
        return value(said) + ", " + FactText.day(said.published()) + ", "
                + said.source().id();
    }

    private static <T> String table(List<T> rows, List<ColumnData<T>> columns) {
        return AsciiTable.getTable(AsciiTable.NO_BORDERS, rows, columns) + System.lineSeparator();
    }

    private static <T> ColumnData<T> column(String header, HorizontalAlign align, int width, Function<T, String> text) {
        return new Column()
                .header(header)
                .headerAlign(align)
                .dataAlign(align)
                .maxWidth(width + PADDING, OverflowBehaviour.NEWLINE)
                .with(text);
    }

    private SeriesTable() {}
}
