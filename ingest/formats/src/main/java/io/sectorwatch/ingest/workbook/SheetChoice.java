package io.sectorwatch.ingest.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a workbook.
 *
 * @param sheet its name; null for the only one with figures
 * @param point what stands before the fraction in the text that is made of it
 */
public record SheetChoice(@Nullable String sheet, char point) {
    /** Nothing is said. */
    public static final SheetChoice ONLY = new SheetChoice(null, '.');

    private static final Pattern NAMED = Pattern.compile("(?i)(.+\\.(?:xls[a-z]?|zip)(?:\\.gz)?)#(.+)");

    /** The sheet that a source is named with, as in {@code FILE.xlsx#SHEET}; null where it is not. */
    public static @Nullable String in(String name) {
        Matcher matcher = NAMED.matcher(name);
        return matcher.matches() ? matcher.group(2) : null;
    }

    /** The same where the source's name says nothing else. */
    public SheetChoice of(String name) {
        @Nullable String named = in(name);
        return named == null ? this : new SheetChoice(named, point);
    }
}
