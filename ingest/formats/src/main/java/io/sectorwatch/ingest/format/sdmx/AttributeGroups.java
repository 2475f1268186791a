package io.sectorwatch.ingest.format.sdmx;

import io.sectorwatch.ingest.format.Budget;
import io.sectorwatch.ingest.format.DataSet;
import io.sectorwatch.ingest.format.GrowingRow;
import io.sectorwatch.ingest.format.MisreadException;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.sdmx.Together.Texts;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a data set, and the attributes that they attach to every series or observation with the same dimensions. A
 * structure-specific group does not say which of its components are dimensions: those are, which its series have too, but
 * for what is an attribute wherever it stands. Not thread-safe.
 */
public final class AttributeGroups {
    private static final Set<String> NEVER_DIMENSIONS = Set.of(
            "COLLECTION",
            "CONF_STATUS",
            "DECIMALS",
            "OBS_COM",
            "OBS_CONF",
            "OBS_PRE_BREAK",
            "OBS_STATUS",
            "OBS_VALUE",
            "POWERCODE",
            "TIME_FORMAT",
            "TITLE",
            "TITLE_COMPL",
            "UNIT_MULT");
    private static final int MOST_FORMS = 200;
    // Characters of the series that a later group is held against, and what keeping them takes besides.
    private static final int MOST_REMEMBERED = 4 << 20;
    private static final int PER_TEXT = 64;

    /**
     * What groups have in common that say something in the same components.
     *
     * @param dimensions among these components; null where nobody says which they are
     */
    private record Form(BitSet components, @Nullable BitSet dimensions) {}

    private final GrowingRow row;
    private final Map<Form, Together> groups = new LinkedHashMap<>();
    private final Map<BitSet, Together> passed = new HashMap<>();
    private Budget budget = new Budget("");
    private boolean mayComeLate;
    private boolean isForgetful;
    private boolean hasRows;
    private int remembered;
    private String atObservation = DataSet.TIME_PERIOD;
    private final BitSet ofSeries = new BitSet();
    private final BitSet awaiting = new BitSet();
    private final Map<Integer, String> ofTheSeries = new HashMap<>();
    private final Map<Integer, String> ofTheObservation = new HashMap<>();

    /** Attaches them to what is said in this row. */
    public AttributeGroups(GrowingRow row) {
        this.row = row;
    }

    /**
     * A new data set follows.
     *
     * @param mayComeLate whether a group may stand behind series by its version's own rules
     */
    public void begin(boolean mayComeLate, String atObservation) {
        this.mayComeLate = mayComeLate;
        this.atObservation = atObservation;
        groups.clear();
        passed.clear();
        budget = new Budget("the attributes of its groups");
        isForgetful = !mayComeLate;
        hasRows = false;
        remembered = 0;
        ofSeries.clear();
    }

    /**
     * A group of the data set.
     *
     * @param texts of its dimensions and attributes, by the places of these components
     * @param key the components among its own that are dimensions; null where nobody says so
     * @throws MisreadException if it is about series that are past
     */
    public void add(Map<Integer, String> texts, @Nullable Set<Integer> key, long line) throws UnreadableException {
        Form form = new Form(places(texts.keySet()), key == null ? null : places(key));
        if (key != null && key.size() == texts.size()) {
            return;
        }
        for (String text : texts.values()) {
            budget.spend(text);
        }
        Texts group = new Texts(Map.copyOf(texts), line);
        refuseLate(form, group);
        if (groups.size() == MOST_FORMS && !groups.containsKey(form)) {
            throw new UnreadableException(
                    "line " + line + ": the groups of the data set have more than " + MOST_FORMS + " different forms");
        }
        groups.computeIfAbsent(form, none -> new Together(budget)).add(group);
    }

    /** Attaches attributes to the series whose own texts are all given. */
    public void attachToSeries() throws UnreadableException {
        hasRows = true;
        ofTheSeries.clear();
        awaiting.clear();
        if (groups.isEmpty() && !mayComeLate) {
            return;
        }
        ofSeries.clear();
        for (int place = 0; place < row.size(); place++) {
            ofSeries.set(place, row.isSaid(GrowingRow.SERIES, place));
        }
        remember();
        int number = 0;
        for (Map.Entry<Form, Together> entry : groups.entrySet()) {
            BitSet key = key(entry.getKey(), ofSeries);
            if (isAwaiting(entry.getKey(), key)) {
                awaiting.set(number);
            } else {
                attach(GrowingRow.SERIES, key, entry.getValue());
            }
            number++;
        }
    }

    /** Attaches attributes to an observation, whose own texts are all given: those that its series did not decide. */
    public void attachToObservation(boolean inSeries) throws UnreadableException {
        if (!inSeries) {
            isForgetful = true;
            hasRows = true;
            ofSeries.clear();
            ofTheSeries.clear();
            awaiting.set(0, groups.size());
        }
        if (awaiting.isEmpty()) {
            return;
        }
        ofTheObservation.clear();
        BitSet all = (BitSet) ofSeries.clone();
        for (int place = 0; place < row.size(); place++) {
            String said = row.at(GrowingRow.OBSERVATION, place);
            if (said != null && !said.equals(row.at(GrowingRow.SERIES, place))) {
                all.set(place);
            }
        }
        int number = 0;
        for (Map.Entry<Form, Together> entry : groups.entrySet()) {
            if (awaiting.get(number)) {
                attachToObservation(entry.getKey(), entry.getValue(), all);
            }
            number++;
        }
    }

    private void attachToObservation(Form form, Together together, BitSet all) throws UnreadableException {
        BitSet present = all;
        if (form.dimensions() == null && !key(form, ofSeries).isEmpty()) {
            present = (BitSet) ofSeries.clone();
            int place = row.placed(atObservation);
            if (place >= 0) {
                present.set(place, all.get(place));
            }
        }
        BitSet key = key(form, present);
        if (key.isEmpty() && form.dimensions() == null) {
            row.reject(
                    GrowingRow.OBSERVATION,
                    "there is a group with which it has no dimension in common, so that nobody can tell whether the"
                            + " group's attributes are about it");
            return;
        }
        attach(GrowingRow.OBSERVATION, key, together);
    }

    private void attach(int level, BitSet key, Together together) throws UnreadableException {
        for (Texts group : together.of(key, row, level)) {
            group.at().forEach((place, text) -> {
                if (!key.get(place)) {
                    fill(level, place, text);
                }
            });
        }
    }

    private void fill(int level, int place, String text) {
        Map<Integer, String> filled = level == GrowingRow.SERIES ? ofTheSeries : ofTheObservation;
        String above = ofTheSeries.get(place);
        String before = above == null ? filled.putIfAbsent(place, text) : above;
        if (before != null && !before.equals(text)) {
            row.reject(level, row.component(place) + " is given by two groups, as " + before + " and as " + text);
        }
        if (before == null) {
            row.fill(level, place, text);
        }
    }

    /** The dimensions by which a group of this form and a row with these components know each other. */
    private BitSet key(Form form, BitSet present) {
        BitSet dimensions = form.dimensions();
        if (dimensions != null) {
            return dimensions;
        }
        BitSet key = (BitSet) form.components().clone();
        key.and(present);
        for (int place = key.nextSetBit(0); place >= 0; place = key.nextSetBit(place + 1)) {
            if (NEVER_DIMENSIONS.contains(row.component(place))) {
                key.clear(place);
            }
        }
        return key;
    }

    private boolean isAwaiting(Form form, BitSet key) {
        if (form.dimensions() == null) {
            return key.isEmpty() || isAtObservation(form);
        }
        BitSet beyond = (BitSet) key.clone();
        beyond.andNot(ofSeries);
        return !beyond.isEmpty();
    }

    private boolean isAtObservation(Form form) {
        int place = row.placed(atObservation);
        return place >= 0 && form.components().get(place);
    }

    private void remember() throws UnreadableException {
        if (isForgetful) {
            return;
        }
        Together alike = passed.get(ofSeries);
        if (alike == null) {
            alike = new Together(budget);
            passed.put((BitSet) ofSeries.clone(), alike);
        }
        if (!alike.of(ofSeries, row, GrowingRow.SERIES).isEmpty()) {
            return;
        }
        Map<Integer, String> texts = new HashMap<>();
        for (int place = ofSeries.nextSetBit(0); place >= 0; place = ofSeries.nextSetBit(place + 1)) {
            String text = String.valueOf(row.at(GrowingRow.SERIES, place));
            remembered += text.length() + PER_TEXT;
            texts.put(place, text);
        }
        if (remembered > MOST_REMEMBERED) {
            isForgetful = true;
            passed.clear();
            return;
        }
        alike.add(new Texts(texts, 0));
    }

    private void refuseLate(Form form, Texts group) throws UnreadableException {
        if (!hasRows) {
            return;
        }
        if (isForgetful || isAtObservation(form)) {
            throw late(group, "");
        }
        for (Map.Entry<BitSet, Together> alike : passed.entrySet()) {
            BitSet key = key(form, alike.getKey());
            if (key.isEmpty() || alike.getValue().has(key, group)) {
                throw late(group, Together.listed(key, row, group));
            }
        }
    }

    private static MisreadException late(Texts group, String series) {
        return new MisreadException("line " + group.line() + ": a group stands behind series that "
                + (series.isEmpty() ? "it may be about" : "it is about (" + series + ")")
                + ", so that these were read without its attributes, a multiplier maybe; nothing of the file is"
                + " taken. Ask the publisher for SDMX-ML 2.1 or 3.0 with groups before series, or for SDMX-CSV");
    }

    private static BitSet places(Set<Integer> places) {
        BitSet set = new BitSet();
        places.forEach(set::set);
        return set;
    }
}
