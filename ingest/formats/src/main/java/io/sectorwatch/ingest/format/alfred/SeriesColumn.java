package io.sectorwatch.ingest.format.alfred;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column of figures holds: a series, or what was known of it on one day, as in {@code GDP_20240125}.
 *
 * @param vintage that day as {@code 2024-01-25}; null where the name has none
 */
public record SeriesColumn(String series, @Nullable String vintage) {
    private static final Pattern VINTAGE =
            Pattern.compile("(.+)_((?:1[789]|2\\d)\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");

    /** The column of that name. */
    public static SeriesColumn of(String name) {
        Matcher matcher = VINTAGE.matcher(name);
        return matcher.matches()
                ? new SeriesColumn(matcher.group(1), matcher.group(2) + '-' + matcher.group(3) + '-' + matcher.group(4))
                : new SeriesColumn(name, null);
    }
}
