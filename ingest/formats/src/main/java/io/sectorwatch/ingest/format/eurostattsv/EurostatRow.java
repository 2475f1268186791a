package io.sectorwatch.ingest.format.eurostattsv;

import io.sectorwatch.ingest.format.Row;
import io.sectorwatch.ingest.format.table.Records;
import io.sectorwatch.ingest.format.table.TableRow;
import org.jspecify.annotations.Nullable;

/** A cell of a table of Eurostat with its dimensions. */
final class EurostatRow implements Row {
    private final Records records;
    private final int[] sources;
    private final @Nullable String[] codes;
    private String key = "";
    private @Nullable String heading;
    private @Nullable String figure;
    private @Nullable String flags;

    /**
     * @param sources of every component its place in the key, or a constant of TableRow
     */
    EurostatRow(Records records, int[] sources) {
        this.records = records;
        this.sources = sources.clone();
        int dimensions = 0;
        for (int source : sources) {
            dimensions += source >= 0 ? 1 : 0;
        }
        this.codes = new String[dimensions];
    }

    /** Takes the dimensions of the current record; answers why it cannot, or null. */
    @Nullable
    String begin() {
        key = String.valueOf(records.get(0));
        int from = 0;
        for (int i = 0; i < codes.length; i++) {
            int comma = key.indexOf(',', from);
            boolean last = i == codes.length - 1;
            if (last != comma < 0) {
                return "the first cell does not hold the codes of " + codes.length
                        + (codes.length == 1 ? " dimension" : " dimensions");
            }
            String code = key.substring(from, last ? key.length() : comma).strip();
            codes[i] = code.isEmpty() ? null : code;
            from = comma + 1;
        }
        return null;
    }

    /** Goes to a cell of the current record. */
    EurostatRow cell(String column, @Nullable String text) {
        heading = column;
        figure = null;
        flags = null;
        if (text == null) {
            return this;
        }
        int end = 0;
        while (end < text.length() && isOfNumber(text, end)) {
            end++;
        }
        if (end == 0 && text.charAt(0) == ':') {
            flags = nonEmpty(text.substring(1));
        } else if (end == 0) {
            // No figure and no mark: whoever needs a number says so, with the cell in hand.
            figure = text;
        } else {
            figure = text.substring(0, end);
            flags = nonEmpty(text.substring(end));
        }
        return this;
    }

    @Override
    public long line() {
        return records.line();
    }

    @Override
    public @Nullable String get(int component) {
        int source = sources[component];
        return switch (source) {
            case TableRow.HEADING -> heading;
            case TableRow.FIGURE -> figure;
            case TableRow.FLAG -> flags;
            default -> codes[source];
        };
    }

    @Override
    public String text() {
        return records.text();
    }

    private static boolean isOfNumber(String text, int at) {
        char c = text.charAt(at);
        if (c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+') {
            return true;
        }
        // In 1e5 the letter is of the number, in 1e it is a flag: estimated.
        return (c == 'e' || c == 'E') && at > 0 && at + 1 < text.length() && isDigitOrSign(text.charAt(at + 1));
    }

    private static boolean isDigitOrSign(char c) {
        return c >= '0' && c <= '9' || c == '-' || c == '+';
    }

    private static @Nullable String nonEmpty(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
