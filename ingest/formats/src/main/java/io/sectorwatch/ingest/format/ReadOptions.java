package io.sectorwatch.ingest.format;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a file does not say of itself, so that a person or a mapping has to.
 *
 * @param encoding of a text without a byte order mark; null for UTF-8
 * @param columns where the period and the figures stand; null where the reader recognises them by their names
 * @param headings which headings of a table are periods
 * @param figures which columns of a table hold figures under headings of their own; null where nobody says so
 * @param marks in figures: where they are said, readers give figures as they are written
 */
public record ReadOptions(
        @Nullable Charset encoding,
        @Nullable ObservationColumns columns,
        PeriodHeadings headings,
        @Nullable FigureHeadings figures,
        FigureMarks marks) {
    /** Nothing is said. */
    public static final ReadOptions NONE = new ReadOptions(null, null);

    /** No more is said than this. */
    public ReadOptions(@Nullable Charset encoding, @Nullable ObservationColumns columns) {
        this(encoding, columns, PeriodHeadings.UNKNOWN, null, FigureMarks.UNSAID);
    }
}
