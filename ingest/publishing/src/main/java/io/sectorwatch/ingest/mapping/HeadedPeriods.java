package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.PeriodHeadings;
import io.sectorwatch.ingest.period.Periods;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Headings that are periods, in every form that is read in a column of periods, and what publishers add to them there:
 * {@code 2019 [YR2019]}, {@code X2019}, {@code 2019*}.
 *
 * @param frequencies of the periods that are wanted
 * @param patterns of the headings that are periods; none if all of these frequencies are
 * @param areSaid whether a mapping says so
 */
record HeadedPeriods(Set<Frequency> frequencies, List<Glob> patterns, boolean areSaid) implements PeriodHeadings {
    /** Whatever is a period. */
    static final String ANY = "periods";

    /** Nobody says so: what looks like periods may be. */
    static final PeriodHeadings UNSAID = new HeadedPeriods(EnumSet.allOf(Frequency.class), List.of(), false);

    private static final Map<String, Frequency> BY_WORD = Map.of(
            "years", Frequency.A,
            "half-years", Frequency.S,
            "quarters", Frequency.Q,
            "months", Frequency.M,
            "weeks", Frequency.W,
            "days", Frequency.D);

    /** What a mapping may call them. */
    static final String[] WORDS = {ANY, "years", "half-years", "quarters", "months", "weeks", "days"};

    private static final Pattern ADDED = Pattern.compile("\\s*(?:\\[[^\\]]*]|\\*+|[\u00b9\u00b2\u00b3]+)$");
    private static final Pattern PREFIXED = Pattern.compile("(?:X|YR|[Yy]ear )\\s?(\\d{4})");
    private static final Pattern FRACTION = Pattern.compile("(\\d{4})\\.0");
    private static final int LONGEST = 60;

    // Figures of four digits in a line that is no header are no years.
    private static final int FIRST_YEAR = 1500;
    private static final int LAST_YEAR = 2200;

    HeadedPeriods {
        frequencies = Set.copyOf(frequencies);
        patterns = List.copyOf(patterns);
    }

    /** Those that a mapping calls by one of the words. */
    static PeriodHeadings called(String word) {
        @Nullable Frequency frequency = BY_WORD.get(word);
        return new HeadedPeriods(
                frequency == null ? EnumSet.allOf(Frequency.class) : EnumSet.of(frequency), List.of(), true);
    }

    /** Those that look so. */
    static PeriodHeadings like(List<Glob> patterns) {
        return new HeadedPeriods(EnumSet.allOf(Frequency.class), patterns, true);
    }

    @Override
    public @Nullable String period(String heading) {
        if (heading.length() > LONGEST || !patterns.isEmpty() && !Glob.anyMatches(patterns, heading)) {
            return null;
        }
        String bare = ADDED.matcher(heading).replaceFirst("");
        for (Pattern written : new Pattern[] {PREFIXED, FRACTION}) {
            Matcher matcher = written.matcher(bare);
            bare = matcher.matches() ? matcher.group(1) : bare;
        }
        @Nullable Period period = parsed(bare);
        return period != null && frequencies.contains(period.frequency()) && isRecent(period) ? bare : null;
    }

    @Override
    public @Nullable String kind(List<String> periods) {
        Set<Frequency> seen = EnumSet.noneOf(Frequency.class);
        for (String text : periods) {
            @Nullable Period period = parsed(text);
            if (period != null) {
                seen.add(period.frequency());
            }
        }
        return BY_WORD.entrySet().stream()
                .filter(word -> seen.equals(Set.of(word.getValue())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(seen.isEmpty() ? null : ANY);
    }

    private static boolean isRecent(Period period) {
        int year = period.start().getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static @Nullable Period parsed(String text) {
        try {
            return Periods.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
