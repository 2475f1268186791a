package io.sectorwatch.launcher.table;

import static com.github.freva.asciitable.HorizontalAlign.LEFT;
import static com.github.freva.asciitable.HorizontalAlign.RIGHT;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import io.sectorwatch.ingest.intake.DataSetSummary;
import io.sectorwatch.ingest.vintage.Change;
import io.sectorwatch.ingest.vintage.Changes;
import io.sectorwatch.ingest.vintage.Release;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What the releases of each data set say, and how much of it is news, within 80 columns. */
public final class SummaryTable {
    private static final int SHOWN = 40;
    private static final int DAY = "2024-03-13".length();
    private static final int MINUTE = "2024-03-13T11:05".length();
    private static final int SECOND = "2024-03-13T11:05:17".length();

    /** A table for each data set with releases; empty without any. */
    public static String of(List<DataSetSummary> dataSets) {
        StringBuilder text = new StringBuilder();
        for (DataSetSummary dataSet : dataSets) {
            if (!dataSet.releases().isEmpty()) {
                text.append(dataSet.name())
                        .append(rejected(dataSet.rejected()))
                        .append('\n')
                        .append(table(dataSet))
                        .append('\n');
                IneffectiveWords.of(dataSet.releases().values())
                        .forEach(line -> text.append(line).append('\n'));
            }
        }
        return text.toString();
    }

    private static String rejected(long rows) {
        return rows == 0 ? "" : ": " + rows + (rows == 1 ? " row" : " rows") + " rejected";
    }

    private static String table(DataSetSummary dataSet) {
        Function<Release, String> moment = moment(dataSet.releases().keySet());
        List<Map.Entry<Release, Changes>> releases =
                new ArrayList<>(dataSet.releases().entrySet());
        int hidden = Math.max(0, releases.size() - SHOWN);
        String table = AsciiTable.getTable(
                AsciiTable.NO_BORDERS,
                releases.subList(hidden, releases.size()),
                List.of(
                        column("Published", LEFT, entry -> moment.apply(entry.getKey())),
                        number("Series", Changes::series),
                        number("Observations", Changes::observations),
                        number("New", changes -> changes.of(Change.NEW)),
                        number("Revised", changes -> changes.of(Change.REVISED)),
                        number("Withdrawn", changes -> changes.of(Change.WITHDRAWN)),
                        number("Unchanged", changes -> changes.of(Change.UNCHANGED))));
        String stripped = table.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
        return (hidden == 0 ? "" : " (" + hidden + " earlier releases)\n") + stripped + late(dataSet, moment);
    }

    private static String late(DataSetSummary dataSet, Function<Release, String> moment) {
        StringBuilder text = new StringBuilder();
        dataSet.releases().forEach((release, changes) -> {
            if (changes.isLate() && release.published() != null) {
                text.append("\n Later vintages than of ")
                        .append(moment.apply(release))
                        .append(" were known already.")
                        .append("\n Ingest the later releases again: what they repeat may be news now.");
            }
        });
        return text.toString();
    }

    /** The day of a release, or as much more as it takes to tell it from another one of its day. */
    private static Function<Release, String> moment(Collection<Release> releases) {
        int length = tells(releases, DAY) ? DAY : tells(releases, MINUTE) ? MINUTE : SECOND;
        return release -> cut(release, length);
    }

    private static boolean tells(Collection<Release> releases, int length) {
        return releases.stream().map(release -> cut(release, length)).distinct().count() == releases.size();
    }

    private static String cut(Release release, int length) {
        return release.published() == null
                ? "row by row"
                : release.published().toString().substring(0, length);
    }

    private static ColumnData<Map.Entry<Release, Changes>> number(String header, ToLongFunction<Changes> number) {
        return column(header, RIGHT, entry -> Long.toString(number.applyAsLong(entry.getValue())));
    }

    private static ColumnData<Map.Entry<Release, Changes>> column(
            String header, HorizontalAlign align, Function<Map.Entry<Release, Changes>, String> text) {
        return new Column().header(header).headerAlign(align).dataAlign(align).with(text);
    }

    private SummaryTable() {}
}
