package io.sectorwatch.ingest.period;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds the periods of a data set together in which nothing says how often there is one: {@code 2009-10} is a month, but where
 * {@code 2010-11} and {@code 2011-12} stand beside it and no other month, all of them are fiscal years. Not thread-safe.
 */
public final class MonthsOrYears {
    private static final int FEWEST = 2;

    private final Set<String> either = new TreeSet<>();
    private @Nullable String year;
    private boolean haveMonths;

    /** Takes notice of a period as it is written. */
    public void note(String text) {
        String stripped = text.strip();
        if (!PeriodText.isYearAndTwoDigits(stripped)) {
            return;
        }
        if (!PeriodText.isTwoYears(stripped)) {
            haveMonths = true;
        } else if (Integer.parseInt(stripped.substring(stripped.length() - 2)) > 12) {
            year = stripped;
        } else if (either.size() < FEWEST) {
            either.add(stripped);
        }
    }

    /** Why what was read as months is none; null where it may be. */
    public @Nullable String complaint() {
        if (haveMonths || either.isEmpty() || year == null && either.size() < FEWEST) {
            return null;
        }
        return "the periods, such as " + String.join(" and ", either) + (year == null ? "" : " and " + year)
                + ", are all two years in a row, so they may be fiscal years and no months; nothing of the file is taken:"
                + " a mapping says which with period: {fiscal: start} or {fiscal: end} or {frequency: M}";
    }
}
