package io.sectorwatch.ingest.format.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.registry.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Tells the tables of publishers by their headers. */
public final class TableRecognition {
    /** The fixed first heading, with what may stand in its brackets, and the end of its cell. */
    private static final Pattern SDMX =
            Pattern.compile("\"?(?:DATAFLOW|STRUCTURE)(?:\\[[^]\\n]{0,3}])?(?:\"|[^\\p{Alnum}_ \\r\\n])");

    private static final Pattern EUROSTAT = Pattern.compile("[^\\t\\r\\n\"]*\\\\[^\\t\\r\\n\"]*\\t");

    private static final List<String> OF_WORLD_BANK = List.of(WorldBankCsvReader.COUNTRY, "Indicator Code");

    /**
     * The format of the table that begins like this.
     *
     * @throws UnreadableException if it is no table
     */
    public static Format of(String start) throws IOException {
        Header header = header(start, Separator.in(start));
        if (SDMX.matcher(start).lookingAt()) {
            return Format.SDMX_CSV;
        }
        if (EUROSTAT.matcher(start).lookingAt()) {
            return Format.EUROSTAT_TSV;
        }
        if (isWorldBank(header)) {
            return Format.WORLD_BANK_CSV;
        }
        if (OwidReader.columns(header).isPresent()) {
            return Format.OWID_CSV;
        }
        if (OecdPortalReader.fits(header)) {
            return Format.OECD_CSV;
        }
        if (header.size() >= 2) {
            return Format.CSV;
        }
        throw new UnreadableException("this is none of the known formats, and no table with a header: it begins with '"
                + Listed.of(List.of(start.lines().findFirst().orElse(""))) + "'");
    }

    private static boolean isWorldBank(Header header) {
        return header.size() > 0 && header.names().get(0).equals(WorldBankCsvReader.SOURCE)
                || header.names().containsAll(OF_WORLD_BANK)
                        && header.names().stream().anyMatch(name -> WorldBankCsvReader.period(name) != null);
    }

    private static Header header(String start, char separator) throws IOException {
        Text text = Text.open(new ByteArrayInputStream(start.getBytes(UTF_8)), null);
        return Table.of(new Records("", text, separator)).header();
    }

    private TableRecognition() {}
}
