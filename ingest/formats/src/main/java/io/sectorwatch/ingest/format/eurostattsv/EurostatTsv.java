package io.sectorwatch.ingest.format.eurostattsv;

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
import io.sectorwatch.ingest.format.table.Records;
import io.sectorwatch.ingest.format.table.Table;
import io.sectorwatch.ingest.format.table.TableHeader;
import io.sectorwatch.ingest.format.table.TableRow;
import io.sectorwatch.ingest.format.table.TableStart;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Eurostat's tab-separated files: the first column holds the codes of several dimensions, the others mostly a period
 * each, and a cell its figure with flags behind it, which are the component OBS_FLAG.
 */
public final class EurostatTsv implements RowFormat {
    private static final String FLAGS = "OBS_FLAG";
    private static final Pattern FIRST_HEADING = Pattern.compile("[^\\t\\r\\n\"]*\\\\[^\\t\\r\\n\"]*\\t");

    @Override
    public String name() {
        return "eurostat-tsv";
    }

    @Override
    public List<MediaType> mediaTypes() {
        return MediaType.TABLE;
    }

    @Override
    public Likeness recognise(Beginning beginning) {
        boolean hasHeader = TableStart.of(beginning).header().isPresent();
        return hasHeader && FIRST_HEADING.matcher(beginning.text()).lookingAt() ? Likeness.CERTAIN : Likeness.NONE;
    }

    @Override
    public void read(String name, InputStream in, ReadOptions options, Rows rows) throws IOException {
        Records records = new Records(name, DecodedText.open(in, options.encoding()), '\t');
        Table table = Table.of(records);
        TableHeader header = table.header();
        EurostatKey key =
                EurostatKey.of(header.size() == 0 ? "" : header.names().get(0));
        requireDifferent(header);

        ComponentSources components = new ComponentSources();
        for (int i = 0; i < key.dimensions().size(); i++) {
            components.add(key.dimensions().get(i), i);
        }
        components.add(key.columns(), TableRow.HEADING);
        components.add(DataSet.OBS_VALUE, TableRow.FIGURE).add(FLAGS, TableRow.FLAG);
        rows.begin(new DataSet(null, components.names(), null, DataSet.Action.INFORMATION));

        EurostatRow row = new EurostatRow(records, components.sources());
        while (records.next()) {
            @Nullable String fault = records.fault();
            fault = fault == null ? records.misfit(header.size()) : fault;
            fault = fault == null ? row.begin() : fault;
            if (fault != null) {
                rows.rejected(records.rejection(fault));
                continue;
            }
            for (int i = 1; i < header.size(); i++) {
                rows.row(row.cell(header.names().get(i), records.get(i)));
            }
        }
    }

    private static void requireDifferent(TableHeader header) throws UnreadableException {
        Set<String> seen = new HashSet<>();
        for (String name : header.names().subList(1, header.size())) {
            // A header gives a name that comes again a number.
            String column = name.replaceFirst(" \\(\\d+\\)$", "");
            if (!seen.add(column)) {
                throw new UnreadableException("'" + column + "' is the heading of more than one column");
            }
        }
    }
}
