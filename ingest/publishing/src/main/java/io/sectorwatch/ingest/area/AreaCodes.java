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
 * counts as OECD, and not {@code OECD}. Names are found whatever their capitals, accents, punctuation and order of words,
 * and never by likeness.
 */
public final class AreaCodes {
    /** All lists together, without the codes and names on which they contradict each other. */
    public static final String ANY = "any";

    /** The names of countries, and of those groups that mean the same wherever they are written. */
    public static final String NAMES = "names";

    /** The numbers of UN M49, regions among them, and their names. */
    public static final String M49 = "m49";

    private static final Map<String, AreaCodes> LISTS = AreaTable.read();
    private static final Set<String> AREAS = LISTS.values().stream()
            .flatMap(list -> list.areas.values().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> areas;
    private final NamedAreas names;
    private final RegionCodes regions;

    AreaCodes(Map<String, String> areas, NamedAreas names, RegionCodes regions) {
        this.areas = Map.copyOf(areas);
        this.names = names;
        this.regions = regions;
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

    /** The area of a code, or of a name where the list has names; null for an unknown one. */
    public @Nullable String find(String code) {
        String area = ofCode(code);
        return area == null && !names.isEmpty() ? names.find(code) : area;
    }

    /** The area of a code, and not of a name; null for an unknown one. */
    public @Nullable String ofCode(String code) {
        String area = areas.get(code);
        return area == null ? regions.find(code, areas.keySet()) : area;
    }

    /** What may be meant by a text that is not found, for the end of a sentence; nothing where that cannot be told. */
    public String hint(String text) {
        String region = names.isEmpty() ? null : AreaCodes.of(M49).names.find(text);
        return region != null && !names.isOpen(text)
                ? "; the United Nations count it as " + region + ", and codes: m49 knows it"
                : names.hint(text);
    }
}
