package io.sectorwatch.ingest.format.sdmxjson;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.sdmxjson.MessageStructure.Component;
import io.sectorwatch.ingest.format.sdmxjson.UndecodedDataSets.Group;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of groups of dimensions: a place for every dimension, with nothing for those that do not matter. The
 * standard's examples have them in the order in which the structure presents dimensions; others have meant the order of the
 * data structure, which is taken where the keys fit that alone.
 */
final class GroupKeys {
    // What some have for a dimension that does not matter.
    private static final String ANY = "~";
    private static final Pattern PLACE = Pattern.compile("\\d{1,9}");

    private final MessageStructure structure;
    private final List<Component> order;

    /** The keys of all groups of a data set. */
    GroupKeys(MessageStructure structure, List<Group> groups) {
        this.structure = structure;
        List<Component> presented = structure.presented();
        List<Component> inKey = structure.inKeyOrder();
        this.order = !fits(presented, groups, true)
                        && (fits(inKey, groups, true) || !fits(presented, groups, false) && fits(inKey, groups, false))
                ? inKey
                : presented;
    }

    /** The codes of the dimensions that a group is about. */
    Map<Component, String> codes(String key) throws UnreadableException {
        String[] parts = key.split(":", -1);
        List<Component> dimensions = dimensions(order, parts.length);
        if (parts.length != dimensions.size()) {
            throw new UnreadableException("the key '" + Excerpt.of(key) + "' of a group has " + parts.length
                    + " places for " + dimensions.size() + " dimensions");
        }
        Map<Component, String> codes = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (matters(parts[i])) {
                codes.put(dimensions.get(i), code(dimensions.get(i), parts[i]));
            }
        }
        return codes;
    }

    /** The text at a place of a component; throws UnreadableException where it has none. */
    static String code(Component component, @Nullable String place) throws UnreadableException {
        String code = at(component, place);
        if (code == null) {
            throw new UnreadableException(nothingAt(component, place));
        }
        return code.strip();
    }

    /** Whether a component has such a place. */
    static boolean has(Component component, @Nullable String place) {
        return place != null
                && PLACE.matcher(place).matches()
                && Integer.parseInt(place) < component.values().size();
    }

    /** The text at a place of a component; null where it has no such place, or no text there. */
    static @Nullable String at(Component component, @Nullable String place) {
        return place != null && has(component, place) ? component.values().get(Integer.parseInt(place)) : null;
    }

    /** That a component has nothing at a place. */
    static String nothingAt(Component component, @Nullable String place) {
        return component.id() + " has " + component.values().size() + " values, and none at place '" + Excerpt.of(place)
                + "' (counted from 0)";
    }

    private boolean fits(List<Component> dimensions, List<Group> groups, boolean strictly) {
        return groups.stream().allMatch(group -> fits(dimensions, group, strictly));
    }

    private boolean fits(List<Component> all, Group group, boolean strictly) {
        String[] parts = group.key().split(":", -1);
        List<Component> dimensions = dimensions(all, parts.length);
        if (parts.length != dimensions.size()) {
            return false;
        }
        Set<String> about = new HashSet<>();
        for (int i = 0; i < parts.length; i++) {
            if (matters(parts[i])) {
                about.add(dimensions.get(i).id());
                if (at(dimensions.get(i), parts[i]) == null) {
                    return false;
                }
            }
        }
        return !strictly || isSaidOf(about, group);
    }

    private boolean isSaidOf(Set<String> about, Group group) {
        List<Component> attributes = structure.attributes().group();
        for (int i = 0; i < Math.min(attributes.size(), group.attributes().size()); i++) {
            Set<String> dimensions = attributes.get(i).dimensions();
            if (group.attributes().get(i).text() != null && !dimensions.isEmpty() && !dimensions.equals(about)) {
                return false;
            }
        }
        return true;
    }

    // Some leave out those of the whole data set, or time.
    private List<Component> dimensions(List<Component> all, int places) {
        List<Component> dimensions = new ArrayList<>(all);
        if (places == all.size() - structure.dimensions().dataSet().size()) {
            dimensions.removeAll(structure.dimensions().dataSet());
        } else if (places == all.size() - 1) {
            dimensions.removeIf(dimension -> dimension.id().equals(DataSet.TIME_PERIOD));
        }
        return dimensions;
    }

    private static boolean matters(String part) {
        return !part.isEmpty() && !part.equals(ANY);
    }
}
