package io.sectorwatch.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * How the figures of a publication are written, as far as somebody says so.
 *
 * @param decimal what stands before the fraction; null where nobody says it
 * @param thousands what separates thousands; null where nobody says it
 * @param parentheses whether they stand for a minus
 * @param flagged whether what stands behind a figure in its cell is its flag
 */
public record FigureMarks(@Nullable Mark decimal, @Nullable Mark thousands, boolean parentheses, boolean flagged) {
    /** Nothing is said. */
    public static final FigureMarks UNSAID = new FigureMarks(null, null, false);

    /** Without flags. */
    public FigureMarks(@Nullable Mark decimal, @Nullable Mark thousands, boolean parentheses) {
        this(decimal, thousands, parentheses, false);
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
