package io.sectorwatch.ingest.format.table;

import io.sectorwatch.ingest.format.json.Spill;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that outlives the next one.
 *
 * @param fault why nothing in it can be relied on; null where that is not so
 */
record CopiedRecord(
        long line,
        List<@Nullable String> cells,
        String text,
        @Nullable String fault) implements Cells {
    static CopiedRecord of(Records records) {
        List<@Nullable String> cells = new ArrayList<>(records.count());
        for (int i = 0; i < records.count(); i++) {
            cells.add(records.get(i));
        }
        return new CopiedRecord(records.line(), cells, records.text(), records.fault());
    }

    static void put(Cells record, Spill spill) throws IOException {
        spill.number(record.line());
        spill.number(record.count());
        for (int i = 0; i < record.count(); i++) {
            spill.text(record.get(i));
        }
    }

    static CopiedRecord read(Spill.Reading spilled, char separator) throws IOException {
        long line = spilled.number();
        int count = (int) spilled.number();
        List<@Nullable String> cells = new ArrayList<>(count);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            @Nullable String cell = spilled.text();
            cells.add(cell);
            if (text.length() < Records.LONGEST_SHOWN) {
                text.append(i == 0 ? "" : separator).append(cell == null ? "" : Quotes.around(cell, separator));
            }
        }
        return new CopiedRecord(line, cells, text.toString(), null);
    }

    @Override
    public int count() {
        return cells.size();
    }

    @Override
    public @Nullable String get(int cell) {
        return cell < cells.size() ? cells.get(cell) : null;
    }
}
