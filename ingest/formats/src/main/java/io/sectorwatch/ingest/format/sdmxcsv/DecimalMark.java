package io.sectorwatch.ingest.format.sdmxcsv;

import io.sectorwatch.ingest.format.FigureMarks;
import org.jspecify.annotations.Nullable;

/**
 * Gives figures with a decimal point. The standard knows no separators of thousands, and only a table with semicolons between its cells may have decimal commas: a comma
 * there separates nothing else. Elsewhere 1,234 may as well be a thousand, and stays what it is: no number.
 */
final class DecimalMark {
    private final boolean commas;
    private char seen;
    private @Nullable String fault;

    /** For a table with this separator, of whose marks this is said: then figures stay as they are written. */
    DecimalMark(char separator, FigureMarks said) {
        this.commas = separator == ';' && !said.areSaid();
    }

    /** The figure with a point; anything else as it stands. Good only without a {@link #fault()}. */
    String point(String figure) {
        fault = null;
        if (!commas) {
            return figure;
        }
        int comma = figure.indexOf(',');
        if (comma < 0 && figure.indexOf('.') < 0) {
            return figure;
        }
        char mark = comma < 0 ? '.' : ',';
        if (figure.indexOf(mark == ',' ? '.' : ',') >= 0 || figure.indexOf(mark) != figure.lastIndexOf(mark)) {
            return figure;
        }
        if (seen != 0 && seen != mark) {
            fault = "'" + figure
                    + "' has another decimal mark than the figures before it: is one of them a separator of thousands?";
        }
        seen = seen == 0 ? mark : seen;
        return figure.replace(',', '.');
    }

    /** Why the last figure cannot be relied on; null where it can. */
    @Nullable
    String fault() {
        return fault;
    }
}
