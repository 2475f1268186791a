package io.sectorwatch.ingest.format.alfred;

import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.format.Rows;
import io.sectorwatch.ingest.format.UnreadableException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of an answer of FRED's {@code series/observations}, whatever it is written in. An answer as of a single day does
 * not say since when its figures were known. The series is named by the vintages, else by the address of the answer.
 */
public final class FredAnswer {
    private static final int MOST_FIELDS = 20_000;
    private static final Pattern ADDRESS = Pattern.compile(".*[?&]series_id=([A-Za-z0-9_.]+).*");
    private static final Set<String> BY_PERIOD = Set.of("1", "4");
    private static final String TYPE = "output_type";
    private static final String ALL_VINTAGES = "2";
    private static final String MISSING = ".";

    private final String source;
    private final Rows rows;
    private final Map<String, String> header = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();
    private final TreeMap<String, String> vintages = new TreeMap<>();
    private @Nullable SeriesRow row;
    private @Nullable String series;
    private long count;

    /** Gives rows of a source so named. */
    public FredAnswer(String source, Rows rows) {
        this.source = source;
        this.rows = rows;
        Matcher address = ADDRESS.matcher(source);
        this.series = address.matches() ? address.group(1) : null;
    }

    /** Something is said of all observations; null says nothing. */
    public void header(String field, @Nullable String text) throws UnreadableException {
        put(header, field, text);
    }

    /** An observation begins. */
    public void observation() {
        count++;
        fields.clear();
        vintages.clear();
    }

    /** Something is said of the observation, or one of its vintages. */
    public void field(String field, @Nullable String text) throws UnreadableException {
        SeriesColumn column = SeriesColumn.of(field);
        String vintage = column.vintage();
        if (vintage == null) {
            put(fields, field, text);
        } else {
            series = column.series();
            put(vintages, vintage, Objects.requireNonNullElse(text, MISSING));
        }
    }

    /** The observation is over: gives its rows, or rejects it. */
    public void give() {
        String date = fields.get("date");
        if (date == null || !fields.containsKey("value") && vintages.isEmpty()) {
            rows.rejected(new Rejection(
                    source,
                    count,
                    "an observation has a 'date' and a 'value' or vintages, and this has not both",
                    fields.toString()));
            return;
        }
        SeriesRow to = row == null ? begin(!vintages.isEmpty()) : row;
        if (vintages.isEmpty()) {
            to.give(date, series, fields.get("value"), fields.get(SeriesRow.REALTIME_START));
            return;
        }
        boolean isWhole = ALL_VINTAGES.equals(header.get(TYPE));
        String before = MISSING;
        for (Map.Entry<String, String> vintage : vintages.entrySet()) {
            String figure = vintage.getValue();
            // Of new and revised figures alone, what is missing was not revised.
            boolean isNews =
                    SeriesRow.isMissing(figure) ? isWhole && !SeriesRow.isMissing(before) : !figure.equals(before);
            if (isNews) {
                to.give(date, series, figure, vintage.getKey());
                before = figure;
            }
        }
    }

    /** The answer is over; one that is not whole is rejected, since what it lacks would look as if it did not exist. */
    public void end() {
        if (row == null) {
            begin(false);
        }
        String total = header.get("count");
        if (total != null
                && BY_PERIOD.contains(String.valueOf(header.get(TYPE)))
                && !total.equals(Long.toString(count))) {
            rows.rejected(new Rejection(
                    source,
                    count,
                    "the answer counts " + Excerpt.of(total) + " observations, and " + count
                            + " are here: ask for all of them, with limit=100000",
                    header.toString()));
        }
    }

    private SeriesRow begin(boolean isOfVintages) {
        String from = header.get(SeriesRow.REALTIME_START);
        boolean isOfOneDay = from != null && from.equals(header.get("realtime_end"));
        SeriesRow begun =
                new SeriesRow(rows, series, series != null, isOfVintages || !isOfOneDay, () -> count, fields::toString);
        row = begun;
        return begun;
    }

    private static void put(Map<String, String> into, String field, @Nullable String text) throws UnreadableException {
        if (text == null) {
            return;
        }
        if (into.size() == MOST_FIELDS) {
            throw new UnreadableException("an answer or observation of FRED has more than " + MOST_FIELDS + " fields");
        }
        into.put(field, text);
    }
}
