package io.sectorwatch.ingest.format.sdmx;

import io.sectorwatch.ingest.format.Budget;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.GrowingRow;
import io.sectorwatch.ingest.format.UnreadableException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts that say something in the same components, to be found by any of these. Not thread-safe. */
final class Together {
    private final Budget budget;
    private final List<Texts> all = new ArrayList<>();
    private final Map<BitSet, Map<List<String>, List<Texts>>> byKey = new HashMap<>();

    /**
     * What a group or a series says.
     *
     * @param at by the places of components
     * @param line where it stands
     */
    record Texts(Map<Integer, String> at, long line) {}

    Together(Budget budget) {
        this.budget = budget;
    }

    void add(Texts texts) throws UnreadableException {
        all.add(texts);
        for (Map.Entry<BitSet, Map<List<String>, List<Texts>>> found : byKey.entrySet()) {
            put(found.getValue(), found.getKey(), texts);
        }
    }

    /** Those that say in these components what the row says there on a level. */
    List<Texts> of(BitSet key, GrowingRow row, int level) throws UnreadableException {
        List<String> parts = new ArrayList<>(key.cardinality());
        for (int place = key.nextSetBit(0); place >= 0; place = key.nextSetBit(place + 1)) {
            String said = row.at(level, place);
            parts.add(said == null ? "" : said);
        }
        return by(key).getOrDefault(parts, List.of());
    }

    /** Whether some say in these components what the others say there. */
    boolean has(BitSet key, Texts texts) throws UnreadableException {
        return by(key).containsKey(key(key, texts));
    }

    private Map<List<String>, List<Texts>> by(BitSet key) throws UnreadableException {
        Map<List<String>, List<Texts>> known = byKey.get(key);
        if (known != null) {
            return known;
        }
        Map<List<String>, List<Texts>> found = new HashMap<>();
        for (Texts texts : all) {
            put(found, key, texts);
        }
        byKey.put((BitSet) key.clone(), found);
        return found;
    }

    private void put(Map<List<String>, List<Texts>> found, BitSet key, Texts texts) throws UnreadableException {
        List<String> parts = key(key, texts);
        for (String part : parts) {
            budget.spend(part);
        }
        found.computeIfAbsent(parts, none -> new ArrayList<>(1)).add(texts);
    }

    private static List<String> key(BitSet key, Texts texts) {
        List<String> parts = new ArrayList<>(key.cardinality());
        for (int place = key.nextSetBit(0); place >= 0; place = key.nextSetBit(place + 1)) {
            parts.add(texts.at().getOrDefault(place, ""));
        }
        return parts;
    }

    /** What the texts say in these components, to a person. */
    static String listed(BitSet key, GrowingRow row, Texts texts) {
        StringBuilder listed = new StringBuilder();
        key.stream()
                .forEach(place -> listed.append(listed.isEmpty() ? "" : ", ")
                        .append(row.component(place))
                        .append(' ')
                        .append(Excerpt.of(texts.at().get(place))));
        return listed.toString();
    }
}
