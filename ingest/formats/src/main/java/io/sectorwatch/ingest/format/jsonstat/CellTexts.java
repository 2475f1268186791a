package io.sectorwatch.ingest.format.jsonstat;

import com.fasterxml.jackson.core.JsonToken;
import io.sectorwatch.ingest.format.Budget;
import io.sectorwatch.ingest.format.Excerpt;
import io.sectorwatch.ingest.format.json.JsonInput;
import io.sectorwatch.ingest.format.json.Spill;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts for numbered cells, a list of all or an object of some, put aside until the size of the table is known. They come
 * back in the order of the cells. Those of an object which are not in order are kept in memory: JSON promises no order,
 * though offices keep one.
 */
final class CellTexts implements Closeable {
    private static final Pattern CELL = Pattern.compile("\\d{1,18}");
    private static final long NONE = -1;

    private final String what;
    private final Spill inOrder = new Spill();
    private final TreeMap<Long, Optional<String>> late = new TreeMap<>();
    private final Set<Long> doubles = new HashSet<>();
    private final Budget budget;
    private long last = NONE;
    private long count;
    private boolean isList;
    private @Nullable String forAll;

    CellTexts(String what) {
        this.what = what;
        this.budget = new Budget(what + " out of the order of their cells");
    }

    /** Reads the list, the object or the single text at which the input stands. */
    void read(JsonInput json) throws IOException {
        if (count > 0 || forAll != null) {
            throw json.unreadable(what + " are given twice");
        }
        if (json.token() == JsonToken.START_ARRAY) {
            isList = true;
            json.array(what, place -> put(count, text(json)));
        } else if (json.token() == JsonToken.START_OBJECT) {
            json.object(what, cell -> {
                if (!CELL.matcher(cell).matches()) {
                    throw json.unreadable(what + " has a cell '" + Excerpt.of(cell) + "', which is no number");
                }
                put(Long.parseLong(cell), text(json));
            });
        } else {
            forAll = json.scalar();
        }
    }

    /** Number of texts in a list that must have one for each cell; empty where it need not. */
    Optional<Long> listed() {
        return isList ? Optional.of(count) : Optional.empty();
    }

    /** The text for each cell that has none of its own. */
    @Nullable
    String forAll() {
        return forAll;
    }

    /** The texts from the first cell on; can be asked for once. */
    Cursor cursor() throws IOException {
        inOrder.number(0);
        return new Cursor(inOrder.read());
    }

    @Override
    public void close() throws IOException {
        inOrder.close();
    }

    private static @Nullable String text(JsonInput json) throws IOException {
        String text = json.scalar();
        return "NaN".equals(text) ? null : text;
    }

    private void put(long cell, @Nullable String text) throws IOException {
        count++;
        if (cell > last) {
            // The distance to the one before is never 0, which ends the list.
            inOrder.number(cell - last);
            inOrder.text(text);
            last = cell;
        } else {
            budget.spend(text);
            if (late.putIfAbsent(cell, Optional.ofNullable(text)) != null) {
                doubles.add(cell);
            }
        }
    }

    /** Stands at a cell that has a text. */
    final class Cursor {
        private final Spill.Reading reading;
        private long ordered = NONE;
        private boolean ended;
        private @Nullable String orderedText;
        private @Nullable String text;
        private long cell = NONE;
        private boolean isDouble;

        private Cursor(Spill.Reading reading) throws IOException {
            this.reading = reading;
            advance();
        }

        /** Goes to the next cell; false where there is none. */
        boolean next() throws IOException {
            Map.Entry<Long, Optional<String>> first = late.firstEntry();
            if (first != null && (ended || first.getKey() <= ordered)) {
                late.pollFirstEntry();
                cell = first.getKey();
                text = first.getValue().orElse(null);
                isDouble = doubles.contains(cell);
                if (!ended && cell == ordered) {
                    isDouble = true;
                    advance();
                }
                return true;
            }
            if (ended) {
                return false;
            }
            cell = ordered;
            text = orderedText;
            isDouble = false;
            advance();
            return true;
        }

        long cell() {
            return cell;
        }

        @Nullable
        String text() {
            return text;
        }

        /** Whether the cell was given twice. */
        boolean isDouble() {
            return isDouble;
        }

        private void advance() throws IOException {
            long distance = reading.number();
            ended = distance == 0;
            ordered += distance;
            orderedText = ended ? null : reading.text();
        }
    }
}
