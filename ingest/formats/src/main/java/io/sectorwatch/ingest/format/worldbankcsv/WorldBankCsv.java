package io.sectorwatch.ingest.format.worldbankcsv;

import io.sectorwatch.ingest.format.Beginning;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Likeness;
import io.sectorwatch.ingest.format.MediaType;
import io.sectorwatch.ingest.format.ReadOptions;
import io.sectorwatch.ingest.format.RowFormat;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.table.ByteOrderMark;
import io.sectorwatch.ingest.format.table.ComponentSources;
import io.sectorwatch.ingest.format.table.DecodedText;
import io.sectorwatch.ingest.format.table.MissingFigures;
import io.sectorwatch.ingest.format.table.Records;
import io.sectorwatch.ingest.format.table.Separator;
import io.sectorwatch.ingest.format.table.Table;
import io.sectorwatch.ingest.format.table.TableHeader;
import io.sectorwatch.ingest.format.table.TableRow;
import io.sectorwatch.ingest.format.table.TableStart;
import io.sectorwatch.ingest.temporary.PutAside;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the World Bank's CSV for download, with a preamble of source and date, which some copies lack, and that of its
 * DataBank, where both stand below the table; each has a column for every year, unless the DataBank was told otherwise. The publication time is the beginning of the
 * day of its last update, in UTC.
 */
public final class WorldBankCsv implements RowFormat {
    private static final String COUNTRY = "Country Code";
    private static final String SOURCE = "Data Source";

    private static final String UPDATED = "Last Updated Date";
    private static final int LONGEST_PREAMBLE = 20;

    private static final List<String> OF_A_COPY = List.of(COUNTRY, "Indicator Code");

    /** What the DataBank calls otherwise than the download, whose names are good for both. */
    private static final Map<String, String> OF_THE_DATABANK =
            Map.of("Series Code", "Indicator Code", "Series Name", "Indicator Name");

    private static final List<String> OF_A_DATABANK = List.of(COUNTRY, "Series Code");
    private static final int HEAD = 1 << 16;

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
        BufferedInputStream whole = new BufferedInputStream(in, HEAD);
        whole.mark(HEAD);
        byte[] head = whole.readNBytes(HEAD);
        whole.reset();
        if (!isOfTheDatabank(head, options.encoding())) {
            read(name, whole, new Footer(null, null), options, rows);
            return;
        }
        try (PutAside aside = new PutAside(whole)) {
            ByteOrderMark mark = ByteOrderMark.of(head);
            Charset charset = Objects.requireNonNullElse(
                    mark.charset(), Objects.requireNonNullElse(options.encoding(), StandardCharsets.UTF_8));
            Footer footer = Footer.in(new String(aside.tail(HEAD), charset));
            read(name, aside.read(), footer, options, rows);
        }
    }

    private static void read(String name, InputStream in, Footer footer, ReadOptions options, Rows rows)
            throws IOException {
        DecodedText text = DecodedText.open(in, options.encoding());
        Records records = new Records(name, text, Separator.in(text.head()));
        @Nullable String source = footer.source();
        @Nullable Instant published = footer.updated();
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
        if (header != null && TurnedTable.isOne(header)) {
            TurnedTable.read(records, header, source, published, rows);
            return;
        }
        if (header == null) {
            throw new UnreadableException("the first lines hold no header with '" + COUNTRY + "' and years");
        }
        ComponentSources components = new ComponentSources();
        List<Integer> periods = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (period(header.names().get(i)) == null) {
                String column = header.names().get(i);
                components.add(column, i);
                @Nullable String usual = OF_THE_DATABANK.get(column);
                if (usual != null && header.place(usual) < 0) {
                    components.add(usual, i);
                }
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
            if (isFooter(records)) {
                continue;
            }
            @Nullable String fault = records.fault();
            fault = fault == null ? records.misfit(header.size()) : fault;
            if (fault != null) {
                rows.rejected(records.rejection(fault));
                continue;
            }
            for (int place : places) {
                @Nullable String figure = records.get(place);
                rows.row(row.with(headings[place], MissingFigures.isMissing(figure) ? null : figure));
            }
        }
    }

    private static boolean fits(TableHeader header) {
        List<String> names = header.names();
        return !names.isEmpty() && names.get(0).equals(SOURCE)
                || TurnedTable.isOne(header)
                || (names.containsAll(OF_A_COPY) || names.containsAll(OF_A_DATABANK))
                        && names.stream().anyMatch(name -> period(name) != null);
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

    private static boolean isOfTheDatabank(byte[] head, @Nullable Charset encoding) throws IOException {
        Table table;
        try {
            table = Table.open("", new ByteArrayInputStream(head), encoding);
        } catch (UnreadableException e) {
            return false;
        }
        return table.header().names().containsAll(OF_A_DATABANK) || TurnedTable.isOne(table.header());
    }

    /** Below the table stand a few lines with one cell. */
    static boolean isFooter(Records records) {
        String first = String.valueOf(records.get(0));
        boolean isAlone = true;
        for (int i = 1; i < records.count(); i++) {
            isAlone &= records.get(i) == null;
        }
        return isAlone && (records.get(0) == null || Footer.isLine(first));
    }

    private static boolean isHeader(Records records) {
        for (int i = 0; i < records.count(); i++) {
            if (COUNTRY.equals(records.get(i)) || TurnedTable.TIME_CODE.equals(records.get(i))) {
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
