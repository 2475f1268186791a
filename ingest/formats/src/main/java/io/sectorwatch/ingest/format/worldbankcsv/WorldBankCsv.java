package io.sectorwatch.ingest.format.worldbankcsv;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.table.ComponentSources;
import io.sectorwatch.ingest.format.table.DecodedText;
import io.sectorwatch.ingest.format.table.MissingFigures;
import io.sectorwatch.ingest.format.table.Records;
import io.sectorwatch.ingest.format.table.TableHeader;
import io.sectorwatch.ingest.format.table.TableRow;
import io.sectorwatch.ingest.format.table.TableStart;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the World Bank's CSV for download: a preamble with source and date, which some copies lack, and a column for
 * every year. The publication time is the beginning of the day of its last update, in UTC.
 */
public final class WorldBankCsv implements RowFormat {
    private static final String COUNTRY = "Country Code";
    private static final String SOURCE = "Data Source";

    private static final String UPDATED = "Last Updated Date";
    private static final int LONGEST_PREAMBLE = 20;

    private static final List<String> OF_A_COPY = List.of(COUNTRY, "Indicator Code");

    /** Its databank writes {@code 2000 [YR2000]}. */
    private static final Pattern PERIOD = Pattern.compile("(\\d{4}(?:[QM]\\d{1,2})?)(?: \\[YR\\d{4}])?");

    @Override
    public String name() {
        return "world-bank-csv";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MediaType.TABLE;
    }

    @Override
    public Likeness recognise(Beginning beginning) {
        return TableStart.of(beginning).header().filter(WorldBankCsv::fits).isPresent()
                ? Likeness.LIKELY
                : Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        Records records = new Records(name, DecodedText.open(in, options.encoding()), ',');
        @Nullable String source = null;
        @Nullable Instant published = null;
        @Nullable TableHeader header = null;
        for (int i = 0; header == null && i < LONGEST_PREAMBLE && records.next(); i++) {
            String first = String.valueOf(records.get(0));
            if (first.equals(SOURCE)) {
                source = records.get(1);
            } else if (first.equals(UPDATED)) {
                published = day(records, rows);
            } else if (isHeader(records)) {
                header = TableHeader.of(records);
            }
        }
        if (header == null) {
            throw new UnreadableException("the first lines hold no header with '" + COUNTRY + "' and years");
        }
        ComponentSources components = new ComponentSources();
        List<Integer> periods = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (period(header.names().get(i)) == null) {
                components.add(header.names().get(i), i);
            } else {
                periods.add(i);
            }
        }
        requireOnce(header, periods);
        components.add(DataSet.TIME_PERIOD, TableRow.HEADING).add(DataSet.OBS_VALUE, TableRow.FIGURE);
        rows.begin(new DataSet(source, components.names(), published, DataSet.Action.INFORMATION));
        readRows(records, header, periods, components, rows);
    }

    private static void readRows(
            Records records, TableHeader header, List<Integer> periods, ComponentSources components, Rows rows)
            throws IOException {
        TableRow row = new TableRow(records, components.sources());
        @Nullable String[] headings = new String[header.size()];
        for (int place : periods) {
            headings[place] = period(header.names().get(place));
        }
        int[] places = periods.stream().mapToInt(Integer::intValue).toArray();
        while (records.next()) {
            @Nullable String fault = records.fault();
            fault = fault == null ? records.misfit(header.size()) : fault;
            if (fault != null) {
                rows.rejected(records.rejection(fault));
                continue;
            }
            for (int place : places) {
                @Nullable String figure = records.get(place);
                rows.row(row.with(headings[place], MissingFigures.isMissing(figure) ? null : figure, null));
            }
        }
    }

    private static boolean fits(TableHeader header) {
        List<String> names = header.names();
        return !names.isEmpty() && names.get(0).equals(SOURCE)
                || names.containsAll(OF_A_COPY) && names.stream().anyMatch(name -> period(name) != null);
    }

    private static void requireOnce(TableHeader header, List<Integer> periods) throws UnreadableException {
        Set<String> seen = new HashSet<>();
        for (int place : periods) {
            String period = String.valueOf(period(header.names().get(place)));
            if (!seen.add(period)) {
                throw new UnreadableException("the period " + period + " has more than one column");
            }
        }
        if (periods.isEmpty()) {
            throw new UnreadableException("no column is a year; the columns are: " + header.listed());
        }
    }

    /** The period a column is about; null where it is about something else. */
    private static @Nullable String period(String column) {
        Matcher matcher = PERIOD.matcher(column);
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static boolean isHeader(Records records) {
        for (int i = 0; i < records.count(); i++) {
            if (COUNTRY.equals(records.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Instant day(Records records, Rows rows) {
        String day = String.valueOf(records.get(1));
        try {
            return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            rows.rejected(records.rejection("'" + day + "' is no date, so the publication time is not known"));
            return null;
        }
    }
}
