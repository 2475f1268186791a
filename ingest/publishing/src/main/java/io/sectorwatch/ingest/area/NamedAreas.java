package io.sectorwatch.ingest.area;

import io.sectorwatch.schemas.json.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Areas by their names. A name that may be several areas is none of them. */
final class NamedAreas {
    private static final int FEWEST_LETTERS = 4;

    private final Map<String, Set<String>> areas = new LinkedHashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();

    /** Adds a name of an area; of another one that has the same name neither is found by it. */
    NamedAreas add(String name, String area) {
        areas.computeIfAbsent(AreaWords.of(name), first -> new TreeSet<>()).add(area);
        written.putIfAbsent(name, area);
        return this;
    }

    /** Leaves out the names that say this, such as those that mean an area in one language and a region in another. */
    NamedAreas remove(String name) {
        areas.remove(AreaWords.of(name));
        return this;
    }

    /** The area of that name; null where there is none, or more than one. */
    @Nullable
    String find(String name) {
        Set<String> found = areas.get(AreaWords.of(name));
        return found == null || found.size() > 1 ? null : found.iterator().next();
    }

    /** Whether it is the name of more than one. */
    boolean isOpen(String name) {
        return areas.getOrDefault(AreaWords.of(name), Set.of()).size() > 1;
    }

    /** What may be meant by a name that is not found, behind a semicolon; nothing where that cannot be told. */
    String hint(String name) {
        if (isOpen(name)) {
            return "; by that name alone it may be "
                    + String.join(" or ", areas.getOrDefault(AreaWords.of(name), Set.of()));
        }
        String near = name.length() < FEWEST_LETTERS ? null : Suggestion.nearest(written.keySet(), name, 2);
        return near == null ? "" : "; did you mean '" + near + "' (" + written.get(near) + ")?";
    }

    /** Whether there is any. */
    boolean isEmpty() {
        return areas.isEmpty();
    }
}
