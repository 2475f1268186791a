package io.sectorwatch.ingest.format.sdmxcsv;

import io.sectorwatch.ingest.format.Budget;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.table.Records;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that rows without an observation say of all that has the same dimensions, for the rows behind them. Only the
 * order of columns tells attributes from dimensions: they stand behind the figures. Not thread-safe.
 */
final class SaidAside {
    private final Records records;
    private final SdmxCsvHeader header;
    private final Budget budget = new Budget("the attributes in rows of their own");
    private final Map<BitSet, Map<List<String>, Map<Integer, String>>> byDimensions = new LinkedHashMap<>();

    SaidAside(Records records, SdmxCsvHeader header) {
        this.records = records;
        this.header = header;
    }

    boolean isEmpty() {
        return byDimensions.isEmpty();
    }

    /** Takes what the current record says. */
    void take() throws UnreadableException {
        BitSet dimensions = new BitSet();
        Map<Integer, String> attributes = new HashMap<>();
        for (int i = 0; i < header.columns().size(); i++) {
            String cell = records.get(i);
            if (cell == null || header.isAdministrative(i) || i == header.period() || SdmxCsvRow.isNothing(cell)) {
                continue;
            }
            if (isAttribute(i)) {
                budget.spend(cell);
                attributes.put(i, cell);
            } else {
                budget.spend(cell);
                dimensions.set(i);
            }
        }
        if (!attributes.isEmpty()) {
            byDimensions
                    .computeIfAbsent(dimensions, none -> new HashMap<>())
                    .computeIfAbsent(key(dimensions), none -> new HashMap<>())
                    .putAll(attributes);
        }
    }

    /** What was said of the current record in a column of its own; of several the one of the most dimensions counts. */
    @Nullable
    String of(int column) {
        if (!isAttribute(column)) {
            return null;
        }
        String closest = null;
        int most = -1;
        for (Map.Entry<BitSet, Map<List<String>, Map<Integer, String>>> said : byDimensions.entrySet()) {
            Map<Integer, String> attributes = said.getValue().get(key(said.getKey()));
            String text = attributes == null ? null : attributes.get(column);
            if (text != null && said.getKey().cardinality() > most) {
                closest = text;
                most = said.getKey().cardinality();
            }
        }
        return closest;
    }

    private boolean isAttribute(int column) {
        List<Integer> values = header.values();
        return !values.isEmpty() && column > values.get(values.size() - 1);
    }

    private List<String> key(BitSet dimensions) {
        List<String> key = new ArrayList<>(dimensions.cardinality());
        for (int i = dimensions.nextSetBit(0); i >= 0; i = dimensions.nextSetBit(i + 1)) {
            String cell = records.get(i);
            key.add(cell == null ? "" : cell);
        }
        return key;
    }
}
