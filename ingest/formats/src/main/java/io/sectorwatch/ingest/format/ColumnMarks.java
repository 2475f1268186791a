package io.sectorwatch.ingest.format;

import io.sectorwatch.ingest.format.FigureMarks.Mark;
import io.sectorwatch.ingest.format.WrittenFigure.Form;
import org.jspecify.annotations.Nullable;

/**
 * What the marks in a column of figures mean, by all of its figures: one that can be read in one way only is read at once, any
 * other waits until the column's end and is read then, or refused with both readings. Not thread-safe.
 */
public final class ColumnMarks {
    /** What becomes of a figure. */
    public enum Verdict {
        /** It is read, see {@link #figure()}; also what is no number, as it stands. */
        READ,
        /** It depends on figures to come. */
        WAITS,
        /** It is refused, see {@link #fault()}. */
        REFUSED
    }

    private final boolean pointIsUsual;
    private final boolean percentByLine;
    private long percentLine;
    private final WrittenFigure written;
    private final Shown comma = new Shown(Mark.COMMA);
    private final Shown point = new Shown(Mark.POINT);
    private @Nullable Boolean percent;
    private String figure = "";
    private String fault = "";

    /** What figures have shown of a mark, each with the first that shows it. */
    private static final class Shown {
        private final Mark mark;
        private @Nullable String fraction;
        private @Nullable String thousands;

        Shown(Mark mark) {
            this.mark = mark;
        }

        boolean isFractionOnly() {
            return fraction != null && thousands == null;
        }

        boolean isThousandsOnly() {
            return thousands != null && fraction == null;
        }
    }

    /**
     * @param parentheses whether they stand for a minus
     * @param separator between the cells: where it is a semicolon the comma stands before fractions as often as the point
     */
    public ColumnMarks(boolean parentheses, char separator) {
        this(parentheses, separator, false);
    }

    /**
     * The same where it may be that each line has a unit of its own.
     *
     * @param percentByLine whether a percent sign in one line says nothing of the next
     */
    public ColumnMarks(boolean parentheses, char separator, boolean percentByLine) {
        this.percentByLine = percentByLine;
        this.pointIsUsual = separator != ';';
        this.written = new WrittenFigure(parentheses);
    }

    /** Looks at the next figure, in this line. */
    public Verdict next(String text, long line) {
        Form form = written.read(text);
        figure = form == Form.NONE ? text : written.plain(true);
        if (percentByLine && line != percentLine) {
            percentLine = line;
            percent = null;
        }
        if (form == Form.PLAIN || form == Form.NONE) {
            return form == Form.NONE || percentFits(text) ? Verdict.READ : Verdict.REFUSED;
        }
        if (!percentFits(text)) {
            return Verdict.REFUSED;
        }
        switch (form) {
            case FRACTION -> shown(written.fraction(), text, line, false);
            case BOTH -> {
                shown(written.fraction(), text, line, false);
                shown(written.grouping(), text, line, true);
            }
            case THOUSANDS -> shown(written.grouping(), text, line, true);
            default -> {}
        }
        boolean waits = form == Form.EITHER || form == Form.THOUSANDS && isPointOrComma(written.grouping());
        return waits ? Verdict.WAITS : Verdict.READ;
    }

    /** Looks again at a figure that waited, once all of the column were seen. */
    public Verdict last(String text) {
        Form form = written.read(text);
        Shown own = written.grouping() == ',' ? comma : point;
        Shown other = own == comma ? point : comma;
        // Of two marks one stands before the fractions of a column: the other one is between thousands.
        boolean isThousands = own.fraction == null && other.isFractionOnly();
        if (isThousands || form == Form.EITHER && isFraction(own, other)) {
            figure = written.plain(!isThousands);
            return Verdict.READ;
        }
        fault = form == Form.EITHER ? bothReadings(text, own, other) : thousandsAlone(text, own, other);
        return Verdict.REFUSED;
    }

    /** The last figure, with a point and without thousands; what is no number, as it stands. */
    public String figure() {
        return figure;
    }

    /** Why the last figure was refused. */
    public String fault() {
        return fault;
    }

    /** What a mapping would have to say for the column to be read, if that can be told from it; else null. */
    public @Nullable String proposal() {
        if (comma.isThousandsOnly() && point.thousands == null) {
            return "thousands: comma";
        }
        if (point.isThousandsOnly() && comma.thousands == null) {
            return "thousands: point";
        }
        return null;
    }

    private boolean isFraction(Shown own, Shown other) {
        if (own.thousands != null || other.fraction != null) {
            return false;
        }
        return own.fraction != null || own == point && (pointIsUsual || other.thousands != null);
    }

    private void shown(char mark, String text, long line, boolean asThousands) {
        if (!isPointOrComma(mark)) {
            return;
        }
        Shown shown = mark == ',' ? comma : point;
        if (asThousands && shown.thousands == null) {
            shown.thousands = quoted(text, line);
        } else if (!asThousands && shown.fraction == null) {
            shown.fraction = quoted(text, line);
        }
    }

    // A column in percent has a sign behind each of its figures; where some lack it nobody knows what those are.
    private boolean percentFits(String text) {
        if (percent == null) {
            percent = written.isPercent();
        }
        if (percent == written.isPercent()) {
            return true;
        }
        fault = "'" + Excerpt.of(text) + "' is written " + (percent ? "without" : "with")
                + " a percent sign, and the figures before it are written " + (percent ? "with" : "without") + " one";
        return false;
    }

    private String bothReadings(String text, Shown own, Shown other) {
        String mark = own.mark == Mark.COMMA ? "comma" : "point";
        return "'" + text + "' is " + written.plain(false) + " if the " + mark + " separates thousands, and "
                + written.plain(true) + " if it stands before the fraction" + evidence(own, other)
                + ": the mapping says which, with value: {thousands: " + mark + "}"
                + (own.thousands == null ? " or value: {decimal: " + mark + "}" : "");
    }

    private String thousandsAlone(String text, Shown own, Shown other) {
        String mark = own.mark == Mark.COMMA ? "comma" : "point";
        return "'" + text + "' is " + written.plain(false) + " if the " + mark + " separates thousands"
                + (own.fraction == null && other.thousands == null
                        ? ", which no figure of the column says with a fraction of its own"
                        : evidence(own, other))
                + ": the mapping says so, with value: {thousands: " + mark + "}";
    }

    private static String evidence(Shown own, Shown other) {
        StringBuilder seen = new StringBuilder();
        for (Shown shown : new Shown[] {own, other}) {
            String mark = shown.mark == Mark.COMMA ? "comma" : "point";
            if (shown.thousands != null) {
                seen.append(seen.isEmpty() ? "" : ", ")
                        .append(shown.thousands)
                        .append(" has the ")
                        .append(mark)
                        .append(" between its thousands");
            }
            if (shown.fraction != null) {
                seen.append(seen.isEmpty() ? "" : ", ")
                        .append(shown.fraction)
                        .append(" has the ")
                        .append(mark)
                        .append(" before its fraction");
            }
        }
        return seen.isEmpty() ? ", and nothing else in the column tells" : " (" + seen + ")";
    }

    private static String quoted(String text, long line) {
        return "'" + Excerpt.of(text) + "' in line " + line;
    }

    private static boolean isPointOrComma(char mark) {
        return mark == ',' || mark == '.';
    }
}
