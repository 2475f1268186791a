package io.sectorwatch.ingest.describe;

import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.TableLayout;
import io.sectorwatch.ingest.mapping.Mapping;
import io.sectorwatch.ingest.mapping.RowPeriods;
import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a source holds, all data sets together, in memory that does not grow with it. */
final class Holdings implements Rows {
    private static final int MOST_DATA_SETS = 100;
    private static final int MOST_COMPONENTS = 1_000;
    private static final int MOST_PAIRS = 100;

    private final Set<String> ids = new LinkedHashSet<>();
    private final Map<String, Profile> profiles = new LinkedHashMap<>();
    private final Set<Frequency> frequencies = EnumSet.noneOf(Frequency.class);
    private final Map<String, Pair> known = new LinkedHashMap<>();
    private final Map<Profile, String> example = new HashMap<>();
    private boolean hasExample;
    private List<Profile> places = new ArrayList<>();
    private List<Pair> pairs = new ArrayList<>();
    private final Map<String, Pair> besideAreas = new HashMap<>();
    private List<Pair> areaPairs = new ArrayList<>();
    private int[] areaPlaces = new int[0];
    private int[] firsts = new int[0];
    private @Nullable Instant published;
    private @Nullable Period first;
    private @Nullable Period last;
    private final @Nullable Mapping mapping;
    private @Nullable RowPeriods periods;
    private @Nullable Period lastPeriod;
    private @Nullable String notUnderstood;
    private long withoutPeriod;
    private @Nullable String columns;
    private @Nullable String marks;
    private final Set<String> flags = new LinkedHashSet<>();
    private int value = -1;
    private long rows;
    private long missing;
    private long aside;
    private long rejected;

    /** Periods are read as a mapping says; null for one that says nothing of them. */
    Holdings(@Nullable Mapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void begin(DataSet dataSet) {
        if (dataSet.id() != null && ids.size() < MOST_DATA_SETS) {
            ids.add(dataSet.id());
        }
        if (published == null) {
            published = dataSet.published();
        }
        places = new ArrayList<>();
        for (String name : dataSet.components()) {
            Profile known = profiles.get(name);
            if (known == null) {
                known = new Profile(name);
                if (profiles.size() < MOST_COMPONENTS) {
                    profiles.put(name, known);
                }
            }
            places.add(known);
        }
        value = dataSet.components().indexOf(DataSet.OBS_VALUE);
        pairUp(dataSet.components());
        pairWithAreas();
        periods = new RowPeriods(dataSet, mapping);
    }

    @Override
    public void row(Row row) {
        rows++;
        for (int i = 0; i < places.size(); i++) {
            String text = row.get(i);
            if (i == value) {
                missing += text == null ? 1 : 0;
            } else if (text != null) {
                places.get(i).add(text);
            }
        }
        for (int i = 0; i < firsts.length; i++) {
            pairs.get(i).add(row.get(firsts[i]), row.get(firsts[i] + 1));
        }
        for (int i = 0; i < areaPairs.size(); i++) {
            areaPairs.get(i).add(row.get(areaPlaces[2 * i]), row.get(areaPlaces[2 * i + 1]));
        }
        if (!hasExample && (value < 0 || row.get(value) != null)) {
            exemplify(row);
        }
        period(row);
    }

    private void exemplify(Row row) {
        hasExample = true;
        for (int i = 0; i < places.size(); i++) {
            String text = row.get(i);
            if (text != null) {
                example.put(places.get(i), text);
            }
        }
    }

    private void pairUp(List<String> components) {
        pairs = new ArrayList<>();
        firsts = new int[Math.max(0, components.size() - 1)];
        int count = 0;
        for (int i = 1; i < components.size(); i++) {
            Profile one = places.get(i - 1);
            Profile other = places.get(i);
            boolean isOfCodes = isOfCodes(one.name()) && isOfCodes(other.name());
            if (isOfCodes && known.size() < MOST_PAIRS) {
                pairs.add(known.computeIfAbsent(one.name() + '\n' + other.name(), next -> new Pair(one, other)));
                firsts[count++] = i - 1;
            }
        }
        firsts = Arrays.copyOf(firsts, count);
    }

    // What may be the area is seen by its name only: which component is chosen is not known before all are read.
    private void pairWithAreas() {
        areaPairs = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        for (int area = 0; area < places.size(); area++) {
            if (Subject.of(places.get(area).name()).compareTo(Subject.PERHAPS_AREA) > 0) {
                continue;
            }
            for (int i = 0; i < places.size(); i++) {
                Profile one = places.get(i);
                Profile other = places.get(area);
                boolean mayBeKey = i != area && isOfCodes(one.name()) && Subject.of(one.name()) == Subject.OTHER;
                if (mayBeKey && besideAreas.size() < MOST_PAIRS) {
                    areaPairs.add(besideAreas.computeIfAbsent(
                            one.name() + '\n' + other.name(), next -> new Pair(one, other)));
                    found.add(i);
                    found.add(area);
                }
            }
        }
        areaPlaces = found.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Whether each of a component's codes stands beside one area alone, as the keys of series do; never of what says in which
     * unit figures are, which may be a national currency.
     */
    boolean isKeyOf(Profile area, Profile component) {
        @Nullable Pair pair = besideAreas.get(component.name() + '\n' + area.name());
        return pair != null
                && pair.isFunction()
                && component.codes().size() > 1
                && area.codes().size() > 1
                && component.codes().size() >= area.codes().size();
    }

    private static boolean isOfCodes(String name) {
        return !name.equals(DataSet.TIME_PERIOD) && !name.equals(DataSet.OBS_VALUE);
    }

    @Override
    public void aside() {
        aside++;
    }

    @Override
    public void rejected(Rejection rejection) {
        rejected++;
    }

    @Override
    public void laidOut(TableLayout layout) {
        columns = layout.columns() == null ? columns : layout.columns();
        marks = layout.marks() == null ? marks : layout.marks();
        flags.addAll(layout.flags());
    }

    private void period(Row row) {
        Period period;
        try {
            period = periods == null ? null : periods.of(row).orElse(null);
        } catch (MalformedMessageException e) {
            withoutPeriod++;
            notUnderstood = notUnderstood == null ? e.getMessage() : notUnderstood;
            return;
        }
        if (period == null || period.equals(lastPeriod)) {
            return;
        }
        lastPeriod = period;
        frequencies.add(period.frequency());
        first = first == null || period.compareTo(first) < 0 ? period : first;
        last = last == null || period.compareTo(last) > 0 ? period : last;
    }

    /** Which headings are the periods, in a mapping's words; empty where they are in a column. */
    Optional<String> columns() {
        return Optional.ofNullable(columns);
    }

    /** What a mapping has to say of the marks in figures; empty where they are clear. */
    Optional<String> marks() {
        return Optional.ofNullable(marks);
    }

    /** What stands behind figures in their cells. */
    Set<String> flags() {
        return flags;
    }

    Set<String> ids() {
        return ids;
    }

    /** Of all components but period and figure. */
    List<Profile> dimensions() {
        return profiles.values().stream()
                .filter(profile -> isOfCodes(profile.name()))
                .toList();
    }

    /** Which of them are only the labels of others. */
    Labels labels() {
        return Labels.of(List.copyOf(profiles.keySet()), List.copyOf(known.values()));
    }

    /** What the first row with a figure has in a component; empty where it has nothing there. */
    Optional<String> example(Profile component) {
        return Optional.ofNullable(example.get(component));
    }

    /** The same, or else the first of its codes; an empty text where it has none. */
    String exampleOrFirst(Profile component) {
        return example(component)
                .orElseGet(() ->
                        component.codes().isEmpty() ? "" : component.codes().get(0));
    }

    Collection<Frequency> frequencies() {
        return frequencies;
    }

    Optional<Instant> published() {
        return Optional.ofNullable(published);
    }

    Optional<Period> first() {
        return Optional.ofNullable(first);
    }

    Optional<Period> last() {
        return Optional.ofNullable(last);
    }

    boolean hasFigures() {
        return profiles.containsKey(DataSet.OBS_VALUE);
    }

    long rows() {
        return rows;
    }

    /** Rows without a figure. */
    long missing() {
        return missing;
    }

    /** Rows whose period is not understood. */
    long withoutPeriod() {
        return withoutPeriod;
    }

    /** Why the first of them is not. */
    Optional<String> notUnderstood() {
        return Optional.ofNullable(notUnderstood);
    }

    /** The different texts for periods, or the first of them. */
    List<String> writtenPeriods() {
        Profile profile = profiles.get(DataSet.TIME_PERIOD);
        return profile == null ? List.of() : profile.codes();
    }

    /** Rows without an observation, which are no fault. */
    long withoutObservation() {
        return aside;
    }

    /** What the reader found that is no row. */
    long rejected() {
        return rejected;
    }
}
