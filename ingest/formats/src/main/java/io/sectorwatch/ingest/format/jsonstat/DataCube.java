package io.sectorwatch.ingest.format.jsonstat;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.TimeNames;
import io.sectorwatch.ingest.format.UnreadableException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shape of a JSON-stat table: its cells are numbered from 0, with the last dimension running fastest.
 *
 * @param components names of the dimensions, with the time under {@link DataSet#TIME_PERIOD}, and FREQ where its name says the
 *     frequency
 * @param codes of each dimension
 * @param size number of cells
 */
record DataCube(List<String> components, List<List<String>> codes, long size) {
    private static final int MOST_DIMENSIONS = 100;
    private static final String FREQUENCY = "FREQ";
    private static final Pattern TIME_LIST = Pattern.compile("TLIST\\(([AHQMWD])\\d*\\)");

    /** Puts together what a file says in several places; throws UnreadableException where that does not fit. */
    static DataCube of(List<String> ids, List<String> sizes, Map<String, Dimension> dimensions, Set<String> times)
            throws UnreadableException {
        if (ids.isEmpty() || ids.size() > MOST_DIMENSIONS || ids.size() != sizes.size()) {
            throw new UnreadableException("the table has " + ids.size() + " dimensions ('id') and " + sizes.size()
                    + " sizes ('size'): there must be as many, and at most " + MOST_DIMENSIONS);
        }
        List<String> components = new ArrayList<>();
        List<List<String>> codes = new ArrayList<>();
        boolean isSaid = ids.stream().anyMatch(id -> isTime(id, times));
        Set<String> known = isSaid ? times : Set.copyOf(TimeNames.among(ids));
        long size = 1;
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            Dimension dimension = dimensions.get(id);
            if (dimension == null) {
                throw new UnreadableException("the table says nothing of its dimension '" + Excerpt.of(id) + "'");
            }
            List<String> its = dimension.codes();
            if (!sizes.get(i).equals(Integer.toString(its.size()))) {
                throw new UnreadableException("dimension '" + Excerpt.of(id) + "' has " + its.size()
                        + " codes, but its size is given as " + Excerpt.of(sizes.get(i)));
            }
            if (its.size() > 0 && size > Long.MAX_VALUE / its.size()) {
                throw new UnreadableException("the table has more cells than can be counted");
            }
            size *= its.size();
            components.add(isTime(id, known) ? DataSet.TIME_PERIOD : id);
            codes.add(its);
        }
        addFrequency(ids, components, codes);
        requireOneTime(components);
        return new DataCube(components, codes, size);
    }

    /** The codes of a cell, by dimension. */
    List<String> at(long cell) {
        String[] found = new String[codes.size()];
        long rest = cell;
        for (int i = codes.size() - 1; i >= 0; i--) {
            List<String> its = codes.get(i);
            found[i] = its.get((int) (rest % its.size()));
            rest /= its.size();
        }
        return List.of(found);
    }

    private static boolean isTime(String id, Set<String> times) {
        return times.isEmpty()
                ? Set.of("time", "time_period").contains(id.toLowerCase(Locale.ROOT))
                        || TIME_LIST.matcher(id).matches()
                : times.contains(id);
    }

    /** PxStat's TLIST(Q1) says in its name what its codes count: one more dimension, of one code, moves no cell. */
    private static void addFrequency(List<String> ids, List<String> components, List<List<String>> codes) {
        for (int i = 0; i < ids.size(); i++) {
            Matcher list = TIME_LIST.matcher(ids.get(i));
            if (list.matches() && components.get(i).equals(DataSet.TIME_PERIOD) && !components.contains(FREQUENCY)) {
                components.add(FREQUENCY);
                codes.add(List.of(list.group(1).replace('H', 'S')));
                return;
            }
        }
    }

    private static void requireOneTime(List<String> components) throws UnreadableException {
        if (new HashSet<>(components).size() != components.size()) {
            throw new UnreadableException("the table has two dimensions of the same name or of time: "
                    + Excerpt.ofReason(components.toString()));
        }
        if (!components.contains(DataSet.TIME_PERIOD)) {
            throw new UnreadableException(
                    "the table has no dimension of time, only " + Excerpt.ofReason(components.toString())
                            + ": its 'role' would say which it is, as {\"time\": [\"…\"]}");
        }
    }
}
