package io.sectorwatch.ingest.format.tidy;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.FigureHeadings;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.table.Listed;
import io.sectorwatch.ingest.format.table.TableHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the columns with period and figure by their names, and prefers not to know to guessing wrong. */
final class ColumnGuess {
    private static final Set<String> PERIODS = Set.of(
            "period",
            "time",
            "time period",
            "time_period",
            "timeperiod",
            "reference period",
            "ref_date",
            "ref_period",
            "date",
            "day",
            "week",
            "month",
            "quarter",
            "year");
    private static final Set<String> VALUES =
            Set.of("value", "values", "obs_value", "obsvalue", "obs value", "observation value", "figure", "val");

    private static final String HEADED =
            ", or, where each area or indicator has a column, area: {columns: …} or indicator: {columns: …}";

    /**
     * The columns, those that are not named found by usual names.
     *
     * @throws UnreadableException naming all columns, if there is not exactly one to find
     */
    static ObservationColumns in(TableHeader header, @Nullable ObservationColumns named) throws UnreadableException {
        if (named != null && !named.values().isEmpty()) {
            header.require(named.period());
            for (String value : named.values()) {
                header.require(value);
            }
            return named;
        }
        return new ObservationColumns(
                named == null ? one(header, DataSet.TIME_PERIOD, PERIODS, "period") : named.period(),
                List.of(one(header, DataSet.OBS_VALUE, VALUES, "figure")));
    }

    /**
     * The columns where headings say of what figures are.
     *
     * @throws UnreadableException naming all columns, if no heading does or the period is not to be found
     */
    static ObservationColumns under(FigureHeadings headings, TableHeader header, @Nullable ObservationColumns named)
            throws UnreadableException {
        String period = named == null ? one(header, DataSet.TIME_PERIOD, PERIODS, "period") : named.period();
        header.require(period);
        List<String> values = header.names().stream()
                .filter(name -> !name.equals(period) && headings.isOne(name))
                .toList();
        if (values.isEmpty()) {
            throw new UnreadableException(
                    "no heading is one of those that the mapping names as columns: …; the columns are: "
                            + header.listed());
        }
        return new ObservationColumns(period, values);
    }

    private static String one(TableHeader header, String word, Set<String> usual, String what)
            throws UnreadableException {
        if (header.place(word) >= 0) {
            return word;
        }
        List<String> found = new ArrayList<>();
        for (String name : header.names()) {
            if (usual.contains(name.toLowerCase(Locale.ROOT))) {
                found.add(name);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        String why = found.isEmpty()
                ? "which column holds the " + what + " cannot be told from the names of the columns"
                : "several columns may hold the " + what + " (" + Listed.of(found) + ")";
        String headed = usual == VALUES ? HEADED : "";
        throw new UnreadableException(why + "; the columns are: " + header.listed() + TableHeader.NAMING + headed);
    }

    private ColumnGuess() {}
}
