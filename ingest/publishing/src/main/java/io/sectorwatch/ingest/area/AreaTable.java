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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The countries of ISO 3166-1 as the JDK has them, {@code areas.csv} with what only publishers know, their names in
 * {@code countries.csv} and other names in {@code area-words.csv}.
 */
final class AreaTable {
    private static final String ISO = "iso";
    private static final String EUROSTAT = "eurostat";
    /** Lists that know names, beside codes. */
    private static final List<String> WITH_NAMES =
            List.of(AreaCodes.ANY, AreaCodes.NAMES, AreaCodes.M49, EUROSTAT, "oecd", "owid", "world-bank");

    private static final List<String> LANGUAGES = List.of("en", "fr", "de", "es");
    /** What is shorter is taken for a code. */
    private static final int SHORTEST_NAME = 4;

    static Map<String, AreaCodes> read() {
        Map<String, String> iso = iso();
        Map<String, Map<String, String>> lists = new HashMap<>();
        Map<String, String> any = new HashMap<>(iso);
        Set<String> disputed = new HashSet<>();
        lists.put(ISO, iso);
        lists.put(AreaCodes.NAMES, new HashMap<>(iso));
        rows("areas.csv", row -> {
            String code = row.getField("code");
            String area = Codes.area(row.getField("area"));
            for (String list : row.getField("lists").split(" ")) {
                lists.computeIfAbsent(list, first -> new HashMap<>(iso)).put(code, area);
                if (!list.equals(AreaCodes.M49)) {
                    String other = any.put(code, area);
                    if (other != null && !other.equals(area)) {
                        disputed.add(code);
                    }
                }
            }
        });
        any.keySet().removeAll(disputed);
        lists.put(AreaCodes.ANY, any);
        Map<String, String> numbers = lists.computeIfAbsent(AreaCodes.M49, first -> new HashMap<>(iso));
        Map<String, NamedAreas> names = names(numbers);
        withoutZeros(numbers);

        Map<String, AreaCodes> codes = new HashMap<>();
        lists.forEach((list, areas) -> codes.put(
                list, new AreaCodes(areas, names.getOrDefault(list, new NamedAreas()), RegionCodes.NO_REGIONS)));
        Map<String, String> eurostat = lists.getOrDefault(EUROSTAT, iso);
        codes.put("nuts", new AreaCodes(eurostat, new NamedAreas(), RegionCodes.NUTS));
        codes.put("iso-3166-2", new AreaCodes(iso, new NamedAreas(), RegionCodes.ISO_3166_2));
        return Map.copyOf(codes);
    }

    private static Map<String, NamedAreas> names(Map<String, String> numbers) {
        Map<String, NamedAreas> names = new HashMap<>();
        WITH_NAMES.forEach(list -> names.put(list, new NamedAreas()));
        rows("countries.csv", row -> {
            String area = Codes.area(row.getField("area"));
            numbers.put(row.getField("m49"), area);
            for (String language : LANGUAGES) {
                for (String name : row.getField(language).split("\\|")) {
                    if (AreaWords.of(name).length() >= SHORTEST_NAME) {
                        names.values().forEach(list -> list.add(name, area));
                    }
                }
            }
        });
        rows("area-words.csv", row -> {
            String lists = row.getField("lists");
            for (String list : lists.isEmpty() ? WITH_NAMES : List.of(lists.split(" "))) {
                for (String area : row.getField("area").split(" ")) {
                    names.getOrDefault(list, new NamedAreas()).add(row.getField("name"), Codes.area(area));
                }
            }
        });
        return names;
    }

    /** Numbers as tables have them: 004, 4, and '004 where a spreadsheet was to keep the zeros. */
    private static void withoutZeros(Map<String, String> numbers) {
        Map<String, String> others = new HashMap<>();
        numbers.forEach((number, area) -> {
            if (Character.isDigit(number.charAt(0))) {
                others.put(number.replaceFirst("^0+", ""), area);
                others.put("'" + number, area);
            }
        });
        numbers.putAll(others);
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

    private static void rows(String file, Consumer<NamedCsvRecord> consumer) {
        try (InputStream in = open(file);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(in, UTF_8)) {
            rows.forEach(consumer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        InputStream in = AreaTable.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("this build of Sectorwatch lacks its file " + file);
        }
        return in;
    }

    private AreaTable() {}
}
