package io.sectorwatch.schemas.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What areas are called in the middle of a sentence, and which of them are groups of others; whatever has no name here is
 * called by its code, and is an area of its own.
 */
public final class AreaNames {
    private static final String FILE = "area-names.csv";
    private static final String GROUP = "group";
    private static final Map<String, Row> ROWS = read();
    private static final Map<String, String> BARE = ROWS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .collect(Collectors.toUnmodifiableMap(
                    row -> row.getValue().name().replaceFirst("^the ", ""), Map.Entry::getKey, (one, other) -> one));

    /** An area as the subject or object of a sentence, with its article. */
    public static String of(String code) {
        Row row = ROWS.get(code);
        return row == null ? code : row.name();
    }

    /** Whether a code is of a group of areas, such as the OECD or the world. */
    public static boolean isGroup(String code) {
        Row row = ROWS.get(code);
        return row != null && row.isGroup();
    }

    /** Whose something is: "China's", "the Netherlands'". */
    public static String owner(String code) {
        String name = of(code);
        return name + (name.endsWith("s") ? "'" : "'s");
    }

    /** The codes of all areas that have a name, by their names without article. */
    public static Map<String, String> bare() {
        return BARE;
    }

    private record Row(boolean isGroup, String name) {}

    private static Map<String, Row> read() {
        try (InputStream in = AreaNames.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("this build of Sectorwatch lacks its file " + FILE);
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> new Row(row[1].equals(GROUP), row[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AreaNames() {}
}
