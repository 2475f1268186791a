package io.sectorwatch.ingest.format.sdmxcsv;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.table.TableHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which column of SDMX-CSV, 1.0 or 2, is what.
 *
 * @param columns all of them, in order
 * @param structure place of the column that names the structure of a row
 * @param action -1 where there is none
 * @param updated place of Eurostat's LAST UPDATE; -1 where there is none
 * @param period place of the period
 * @param values places of the figures; none where the file only takes back
 */
record SdmxCsvHeader(
        List<SdmxCsvColumn> columns,
        SubFields subFields,
        int structure,
        int action,
        int updated,
        int period,
        List<Integer> values) {
    private static final Set<String> ADMINISTRATION = Set.of("STRUCTURE_NAME", "SERIES_KEY", "OBS_KEY");
    private static final Pattern SEVERAL_VALUES = Pattern.compile(DataSet.OBS_VALUE + "_?\\d+");

    static SdmxCsvHeader of(TableHeader header, @Nullable ObservationColumns named) throws UnreadableException {
        List<SdmxCsvColumn> columns =
                header.names().stream().map(SdmxCsvColumn::of).toList();
        String first = columns.isEmpty() ? "" : columns.get(0).id();
        boolean second = first.equals("STRUCTURE");
        if (!second && !first.equals("DATAFLOW")) {
            throw new UnreadableException(
                    "SDMX-CSV begins with the column STRUCTURE or DATAFLOW; the columns are: " + header.listed());
        }
        int structure = second ? place(columns, "STRUCTURE_ID") : 0;
        if (structure < 0) {
            throw new UnreadableException("SDMX-CSV 2 has a column STRUCTURE_ID; the columns are: " + header.listed());
        }
        int period = place(columns, named == null ? DataSet.TIME_PERIOD : named.period());
        if (period < 0) {
            throw missing(named == null ? "no column TIME_PERIOD" : "no column '" + named.period() + "'", header);
        }
        int action = second ? place(columns, "ACTION") : -1;
        List<Integer> values = values(columns, named, header);
        if (values.isEmpty() && action < 0) {
            throw missing("no column OBS_VALUE", header);
        }
        return new SdmxCsvHeader(
                columns,
                SubFields.of(header.names().get(0)),
                structure,
                action,
                second ? -1 : place(columns, "LAST UPDATE"),
                period,
                values);
    }

    /** Whether a column says what a row is, and nothing of what it tells. */
    boolean isAdministrative(int place) {
        return place == 0
                || place == structure
                || place == action
                || place == updated
                || ADMINISTRATION.contains(columns.get(place).id());
    }

    private static List<Integer> values(
            List<SdmxCsvColumn> columns, @Nullable ObservationColumns named, TableHeader header)
            throws UnreadableException {
        if (named != null && !named.values().isEmpty()) {
            List<Integer> places = new ArrayList<>();
            for (String value : named.values()) {
                int place = place(columns, value);
                if (place < 0) {
                    throw missing("no column '" + value + "'", header);
                }
                places.add(place);
            }
            return places;
        }
        int one = place(columns, DataSet.OBS_VALUE);
        return one >= 0
                ? List.of(one)
                : IntStream.range(0, columns.size())
                        .filter(i -> SEVERAL_VALUES.matcher(columns.get(i).id()).matches())
                        .boxed()
                        .toList();
    }

    private static UnreadableException missing(String what, TableHeader header) {
        return new UnreadableException(
                "there is " + what + "; the columns are: " + header.listed() + TableHeader.NAMING);
    }

    private static int place(List<SdmxCsvColumn> columns, String id) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
