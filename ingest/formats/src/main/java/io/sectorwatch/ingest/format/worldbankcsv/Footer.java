package io.sectorwatch.ingest.format.worldbankcsv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the DataBank writes below a table: the database, and when it was updated, with the month before the day. */
record Footer(@Nullable String source, @Nullable Instant updated) {
    private static final String DATABASE = "Data from database:";
    private static final String UPDATED = "Last Updated:";
    private static final Pattern SOURCE = Pattern.compile(DATABASE + "\\s*([^\"\\r\\n,;\\t]+)");
    private static final Pattern DAY = Pattern.compile(UPDATED + "\\s*(\\d{1,2}/\\d{1,2}/\\d{4})");
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** That at the end of a text; it lacks what does not stand there. */
    static Footer in(String end) {
        return new Footer(last(SOURCE.matcher(end)), day(last(DAY.matcher(end))));
    }

    static boolean isLine(String text) {
        return text.startsWith(DATABASE) || text.startsWith(UPDATED);
    }

    private static @Nullable String last(Matcher matcher) {
        @Nullable String last = null;
        while (matcher.find()) {
            last = matcher.group(1).strip();
        }
        return last;
    }

    private static @Nullable Instant day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text, FORM).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
