package io.sectorwatch.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * How the figures of a publication are written, as far as somebody says so.
 *
 * @param decimal what stands before the fraction; null where nobody says it
 * @param thousands what separates thousands; null where nobody says it
 * @param parentheses whether they stand for a minus
 * @param flagged whether what stands behind a figure in its cell is its flag
 * @param bounded whether {@code <} and the like before a figure make it a bound
 * @param currency the sign of the one currency in which figures are, which is left out; null where nobody says it
 */
public record FigureMarks(
        @Nullable Mark decimal,
        @Nullable Mark thousands,
        boolean parentheses,
        boolean flagged,
        boolean bounded,
        @Nullable String currency) {
    /** Nothing is said. */
    public static final FigureMarks UNSAID = new FigureMarks(null, null, false);

    private static final String BEFORE = "-+(\u2212\u2013 \u00a0";
    private static final String BEHIND = "-)\u2212\u2013 \u00a0";

    /** Without anything beside the figures. */
    public FigureMarks(@Nullable Mark decimal, @Nullable Mark thousands, boolean parentheses) {
        this(decimal, thousands, parentheses, false, false, null);
    }

    /** A mark in a figure. */
    public enum Mark {
        POINT('.'),
        COMMA(','),
        /** Of any width, breaking or not. */
        SPACE(WrittenFigure.SPACE),
        APOSTROPHE(WrittenFigure.APOSTROPHE);

        private final char character;

        Mark(char character) {
            this.character = character;
        }

        /** How it is written. */
        public char character() {
            return character;
        }
    }

    /** A figure without the sign of the currency that is said, before or behind it; else as it is. */
    public String withoutCurrency(String text) {
        if (currency == null) {
            return text;
        }
        String rest = bare(text, currency);
        // Of a sign that stands there twice, or alone, nobody knows what it is.
        return rest.isBlank() || rest.contains(currency) ? text : rest;
    }

    private static String bare(String text, String currency) {
        int from = 0;
        while (from < text.length() && BEFORE.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        if (text.startsWith(currency, from)) {
            return text.substring(0, from) + text.substring(from + currency.length());
        }
        int to = text.length();
        while (to > 0 && BEHIND.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(0, to).endsWith(currency)
                ? text.substring(0, to - currency.length()) + text.substring(to)
                : text;
    }

    /** Whether it is said which mark is which. */
    public boolean areSaid() {
        return decimal != null || thousands != null;
    }

    /** What stands before the fraction: as said, else what does not separate thousands, a point rather than a comma. */
    public Mark fraction() {
        return decimal != null ? decimal : thousands == Mark.POINT ? Mark.COMMA : Mark.POINT;
    }

    /** A figure so written with a point and without thousands; null for what is not written so. */
    public @Nullable String plain(String text) {
        WrittenFigure figure = new WrittenFigure(parentheses);
        char fraction = fraction().character();
        return switch (figure.read(text)) {
            case PLAIN -> figure.plain(false);
            case FRACTION -> figure.fraction() == fraction ? figure.plain(false) : null;
            case THOUSANDS -> separatesThousands(figure.grouping()) ? figure.plain(false) : null;
            case BOTH ->
                figure.fraction() == fraction && separatesThousands(figure.grouping()) ? figure.plain(false) : null;
            case EITHER -> {
                if (figure.grouping() == fraction) {
                    yield figure.plain(true);
                }
                yield separatesThousands(figure.grouping()) ? figure.plain(false) : null;
            }
            case NONE -> null;
        };
    }

    // Spaces and apostrophes cannot stand for anything else; a comma and a point have to be said.
    private boolean separatesThousands(char mark) {
        return thousands != null
                ? thousands.character() == mark
                : mark == WrittenFigure.SPACE || mark == WrittenFigure.APOSTROPHE;
    }
}
