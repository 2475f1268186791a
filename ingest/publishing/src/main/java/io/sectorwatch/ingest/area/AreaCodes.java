package io.sectorwatch.ingest.area;

import io.sectorwatch.schemas.json.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The areas a publisher's codes stand for: ISO 3166-1 alpha-3, or an aggregate. Alpha-2 and alpha-3 codes of ISO are in
 * every list. An aggregate that only one publisher defines keeps the code it has there: {@code OED} is what the World Bank
 * counts as OECD, and not {@code OECD}.
 */
public final class AreaCodes {
    /** All lists together, without the codes on which they contradict each other. */
    public static final String ANY = "any";

    private static final Map<String, AreaCodes> LISTS = AreaTable.read();
    private static final Set<String> AREAS = LISTS.values().stream()
            .flatMap(list -> list.areas.values().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> areas;

    AreaCodes(Map<String, String> areas) {
        this.areas = Map.copyOf(areas);
    }

    /** The list of that name; throws IllegalArgumentException naming those there are. */
    public static AreaCodes of(String list) {
        AreaCodes codes = LISTS.get(list);
        if (codes == null) {
            throw new IllegalArgumentException("'" + list + "' is no list of areas, which are "
                    + String.join(", ", lists()) + Suggestion.among(lists(), list));
        }
        return codes;
    }

    /** Names of all lists. */
    public static List<String> lists() {
        return LISTS.keySet().stream().sorted().toList();
    }

    /** Whether any list has an area of that code of ours. */
    public static boolean isArea(String area) {
        return AREAS.contains(area);
    }

    /** The area of a code, or of a name where the list has it; null for an unknown one. */
    public @Nullable String find(String code) {
        return areas.get(code);
    }
}
