package io.sectorwatch.ingest.area;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sectorwatch.schemas.series.Codes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The countries of ISO 3166-1 as the JDK has them, and {@code areas.csv} with what only publishers know. */
final class AreaTable {
    private static final String FILE = "areas.csv";
    private static final String ISO = "iso";

    static Map<String, AreaCodes> read() {
        Map<String, String> iso = iso();
        Map<String, Map<String, String>> lists = new HashMap<>();
        Map<String, String> any = new HashMap<>(iso);
        Set<String> disputed = new HashSet<>();
        try (InputStream in = open();
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(in, UTF_8)) {
            for (NamedCsvRecord row : rows) {
                String code = row.getField("code");
                String area = Codes.area(row.getField("area"));
                for (String list : row.getField("lists").split(" ")) {
                    lists.computeIfAbsent(list, first -> new HashMap<>(iso)).put(code, area);
                }
                String other = any.put(code, area);
                if (other != null && !other.equals(area)) {
                    disputed.add(code);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        any.keySet().removeAll(disputed);
        Map<String, AreaCodes> codes = new HashMap<>();
        lists.forEach((list, areas) -> codes.put(list, new AreaCodes(areas)));
        codes.put(ISO, new AreaCodes(iso));
        codes.put(AreaCodes.ANY, new AreaCodes(any));
        return Map.copyOf(codes);
    }

    private static Map<String, String> iso() {
        Map<String, String> areas = new HashMap<>();
        for (String two : Locale.getISOCountries()) {
            String three = new Locale("", two).getISO3Country();
            areas.put(two, three);
            areas.put(three, three);
        }
        return areas;
    }

    private static InputStream open() {
        InputStream in = AreaTable.class.getResourceAsStream(FILE);
        if (in == null) {
            throw new IllegalStateException("this build of Sectorwatch lacks its file " + FILE);
        }
        return in;
    }

    private AreaTable() {}
}
