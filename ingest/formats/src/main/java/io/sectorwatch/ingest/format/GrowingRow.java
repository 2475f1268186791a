package io.sectorwatch.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A row of a format that says what its components are only as they come. Before the first row with a new one the data set
 * is begun again with it: components found earlier keep their places. Values are given on nested levels, and a row has
 * those of all of them; a data set that contradicts itself within one level has its rows rejected.
 */
public final class GrowingRow implements Row {
    /** Values that hold for the whole data set. */
    public static final int DATA_SET = 0;

    /** Values that hold until the next series. */
    public static final int SERIES = 1;

    /** Values of one observation. */
    public static final int OBSERVATION = 2;

    private static final int LEVELS = 3;
    private static final int MOST_COMPONENTS = 1_000;
    private static final int LONGEST_TEXT = 1_000;

    private final String source;
    private final Rows rows;
    private final LongSupplier line;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final @Nullable String[] contradictions = new @Nullable String[LEVELS];
    private @Nullable String[][] levels = new @Nullable String[LEVELS][0];
    private int announced = -1;
    private DataSet dataSet = new DataSet(null, List.of(), null, DataSet.Action.INFORMATION, true);

    /** Gives rows of a source so named; {@code line} says where the reader is. */
    public GrowingRow(String source, Rows rows, LongSupplier line) {
        this.source = source;
        this.rows = rows;
        this.line = line;
    }

    /** A new data set follows, of which no component is known. */
    public void begin(@Nullable String id, @Nullable Instant published, DataSet.Action action) {
        dataSet = new DataSet(id, List.of(), published, action, true);
        places.clear();
        names.clear();
        announced = -1;
        levels = new @Nullable String[LEVELS][0];
        Arrays.fill(contradictions, null);
    }

    /** The publisher calls the data set so; to be said before its first row. */
    public void name(String id) {
        dataSet = new DataSet(id, List.of(), dataSet.published(), dataSet.action(), true);
    }

    /** All components are known: no row will come with another. */
    public void complete() {
        dataSet = new DataSet(dataSet.id(), List.of(), dataSet.published(), dataSet.action(), false);
    }

    /** Where a component is, known from now on. Throws UnreadableException where there are more than any data set has. */
    public int place(String component) throws UnreadableException {
        Integer known = places.get(component);
        if (known != null) {
            return known;
        }
        if (names.size() == MOST_COMPONENTS) {
            throw new UnreadableException("line " + line() + ": the data set has more than " + MOST_COMPONENTS
                    + " different dimensions and attributes; the last one is '" + Excerpt.of(component) + "'");
        }
        int place = names.size();
        names.add(component);
        places.put(component, place);
        for (int level = 0; level < LEVELS; level++) {
            levels[level] = Arrays.copyOf(levels[level], names.size());
        }
        return place;
    }

    /** Forgets what was given on this level, and takes over what holds on the one above. */
    public void enter(int level) {
        @Nullable String[] above = levels[level - 1];
        System.arraycopy(above, 0, levels[level], 0, above.length);
        contradictions[level] = null;
    }

    /** Gives a value; an empty one is none. */
    public void set(int level, int place, @Nullable String value) {
        String text = value == null ? null : value.strip();
        if (text != null && text.isEmpty()) {
            text = null;
        }
        String before = levels[level][place];
        if (before != null && !before.equals(text) && !before.equals(inherited(level, place))) {
            contradictions[level] =
                    names.get(place) + " is given twice, as " + Excerpt.of(before) + " and as " + Excerpt.of(text);
        }
        levels[level][place] = text;
    }

    /** What is said on this level, or holds on it. */
    public @Nullable String at(int level, int place) {
        return place < names.size() ? levels[level][place] : null;
    }

    /** Whether a value is said more closely than of the whole data set. */
    public boolean isSaid(int level, int place) {
        String value = at(level, place);
        return value != null && !value.equals(levels[DATA_SET][place]);
    }

    /** Gives a value that holds unless one is said more closely than of the whole data set. */
    public void fill(int level, int place, String value) {
        if (!isSaid(level, place)) {
            levels[level][place] = value;
        }
    }

    /** There is no such value after all. */
    public void clear(int level, int place) {
        levels[level][place] = null;
    }

    /** Number of components known. */
    public int size() {
        return names.size();
    }

    /** Where a component is, or -1. */
    public int placed(String component) {
        return places.getOrDefault(component, -1);
    }

    /** Name of a component. */
    public String component(int place) {
        return names.get(place);
    }

    /** The rows of this level, and those below, are to be rejected. */
    public void reject(int level, String reason) {
        contradictions[level] = reason;
    }

    /** Gives the row out. */
    public void emit() throws UnreadableException {
        announce();
        for (String contradiction : contradictions) {
            if (contradiction != null) {
                rows.rejected(new Rejection(source, line(), contradiction, text()));
                return;
            }
        }
        rows.row(this);
    }

    /** Says of a data set that it was there even if it had no row. */
    public void finish() throws UnreadableException {
        if (announced < 0) {
            announce();
        }
    }

    private void announce() throws UnreadableException {
        if (announced == names.size()) {
            return;
        }
        place(DataSet.TIME_PERIOD);
        place(DataSet.OBS_VALUE);
        announced = names.size();
        rows.begin(new DataSet(dataSet.id(), names, dataSet.published(), dataSet.action(), dataSet.mayGrow()));
    }

    private @Nullable String inherited(int level, int place) {
        return level == DATA_SET ? null : levels[level - 1][place];
    }

    @Override
    public long line() {
        return line.getAsLong();
    }

    @Override
    public @Nullable String get(int component) {
        return levels[OBSERVATION][component];
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size() && text.length() <= LONGEST_TEXT; i++) {
            String value = get(i);
            if (value != null) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(names.get(i))
                        .append('=')
                        .append(value);
            }
        }
        return text.toString();
    }
}
