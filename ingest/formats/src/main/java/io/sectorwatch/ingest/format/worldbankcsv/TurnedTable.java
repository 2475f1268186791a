package io.sectorwatch.ingest.format.worldbankcsv;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.table.ComponentSources;
import io.sectorwatch.ingest.format.table.MissingFigures;
import io.sectorwatch.ingest.format.table.Records;
import io.sectorwatch.ingest.format.table.TableHeader;
import io.sectorwatch.ingest.format.table.TableRow;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table of the DataBank with years in its lines and a column for each series or country, {@code GDP [NY.GDP.MKTP.CD]}. */
final class TurnedTable {
    static final String TIME_CODE = "Time Code";

    private static final String TIME = "Time";
    private static final Pattern HEADED = Pattern.compile(".+ \\[([^\\]]+)]");
    private static final List<String> SERIES = List.of("Series Code", "Indicator Code");
    private static final List<String> COUNTRY = List.of("Country Code");

    static boolean isOne(TableHeader header) {
        return header.place(TIME) >= 0
                && header.place(TIME_CODE) >= 0
                && above(header) != null
                && header.names().stream().anyMatch(name -> HEADED.matcher(name).matches());
    }

    /** What its headings are: that of the two whose codes have no column. */
    private static @Nullable List<String> above(TableHeader header) {
        boolean hasSeries = header.place(SERIES.get(0)) >= 0;
        boolean hasCountry = header.place(COUNTRY.get(0)) >= 0;
        return hasSeries == hasCountry ? null : hasCountry ? SERIES : COUNTRY;
    }

    static void read(
            Records records, TableHeader header, @Nullable String source, @Nullable Instant published, Rows rows)
            throws IOException {
        ComponentSources components = new ComponentSources();
        Map<Integer, String> headings = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.names().get(i);
            Matcher headed = HEADED.matcher(name);
            if (headed.matches()) {
                headings.put(i, headed.group(1));
            } else {
                components.add(name.equals(TIME) ? DataSet.TIME_PERIOD : name, i);
            }
        }
        @Nullable List<String> above = above(header);
        for (String name : above == null ? List.<String>of() : above) {
            components.add(name, TableRow.HEADING);
        }
        if (above == COUNTRY) {
            components.add(SERIES.get(1), header.place(SERIES.get(0)));
        }
        components.add(DataSet.OBS_VALUE, TableRow.FIGURE);
        rows.begin(new DataSet(source, components.names(), published, DataSet.Action.INFORMATION));
        TableRow row = new TableRow(records, components.sources());
        while (records.next()) {
            if (WorldBankCsv.isFooter(records)) {
                continue;
            }
            @Nullable String fault = records.fault();
            fault = fault == null ? records.misfit(header.size()) : fault;
            if (fault != null) {
                rows.rejected(records.rejection(fault));
                continue;
            }
            for (int i = 0; i < header.size(); i++) {
                if (headings.containsKey(i)) {
                    @Nullable String figure = records.get(i);
                    rows.row(row.with(headings.get(i), MissingFigures.isMissing(figure) ? null : figure));
                }
            }
        }
    }

    private TurnedTable() {}
}
