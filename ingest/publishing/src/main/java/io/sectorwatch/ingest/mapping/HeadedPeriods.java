package io.sectorwatch.ingest.mapping;

import io.sectorwatch.ingest.format.PeriodHeadings;
import io.sectorwatch.ingest.period.PeriodReader;
import io.sectorwatch.ingest.period.Periods;
import io.sectorwatch.ingest.period.UnlikePeriodException;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Headings that are periods, in every form that is read in a column of periods, and what publishers add to them there:
 * {@code 2019 [YR2019]}, {@code X2019}, {@code 2019*}, {@code 2019 (p)}.
 *
 * @param frequencies of the periods that are wanted
 * @param patterns of the headings that are periods; none if all of these frequencies are
 * @param skip headings that are not wanted, whatever they are
 * @param reader how their texts are read
 * @param areSaid whether a mapping says so
 */
record HeadedPeriods(
        Set<Frequency> frequencies, List<Glob> patterns, List<Glob> skip, PeriodReader reader, boolean areSaid)
        implements PeriodHeadings {
    /** Whatever is a period. */
    static final String ANY = "periods";

    /** Nobody says so: what looks like periods may be. */
    static final PeriodHeadings UNSAID =
            new HeadedPeriods(EnumSet.allOf(Frequency.class), List.of(), List.of(), PeriodReader.USUAL, false);

    private static final Map<String, Frequency> BY_WORD = Map.of(
            "years", Frequency.A,
            "half-years", Frequency.S,
            "quarters", Frequency.Q,
            "months", Frequency.M,
            "weeks", Frequency.W,
            "days", Frequency.D);

    /** What a mapping may call them. */
    static final String[] WORDS = {ANY, "years", "half-years", "quarters", "months", "weeks", "days"};

    private static final Pattern ADDED = Pattern.compile("\\s*(?:\\[[^\\]]*]|\\*+|[\u00b9\u00b2\u00b3]+|\\(?\\d\\))$");
    private static final Pattern MARKED = Pattern.compile(
            "(.*\\d)\\s*\\(?\\s*(?:(?<p>p|prov\\.?|provisional|prelim\\.?|preliminary)|(?<e>e|est\\.?|estimated?|estimates)"
                    + "|(?<f>f|forecast|proj\\.?|projected|projections?)|(?<b>b)|r|rev\\.?|revised)\\s*\\)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PREFIXED = Pattern.compile("(?:X|YR|[Yy]ear )\\s?(\\d{4})");
    private static final Pattern BEGINS_WITH_YEAR = Pattern.compile("^(?:1[5-9]|20|21)\\d\\d(?!\\d)");
    private static final Pattern FRACTION = Pattern.compile("(\\d{4})\\.0");
    private static final int LONGEST = 60;

    // Figures of four digits in a line that is no header are no years.
    private static final int FIRST_YEAR = 1500;
    private static final int LAST_YEAR = 2200;

    HeadedPeriods {
        frequencies = Set.copyOf(frequencies);
        patterns = List.copyOf(patterns);
        skip = List.copyOf(skip);
    }

    /** Those that a mapping calls by one of the words. */
    static PeriodHeadings called(String word, List<Glob> skip, PeriodReader reader) {
        @Nullable Frequency frequency = BY_WORD.get(word);
        return new HeadedPeriods(
                frequency == null ? EnumSet.allOf(Frequency.class) : EnumSet.of(frequency),
                List.of(),
                skip,
                reader,
                true);
    }

    /** Those that look so. */
    static PeriodHeadings like(List<Glob> patterns, List<Glob> skip, PeriodReader reader) {
        return new HeadedPeriods(EnumSet.allOf(Frequency.class), patterns, skip, reader, true);
    }

    @Override
    public boolean saysFrequency() {
        return frequencies.size() == 1;
    }

    /** It needs no reader any more: what only the mapping can tell of it is told. */
    @Override
    public @Nullable String period(String heading) {
        if (!isLike(heading)) {
            return null;
        }
        String bare = bare(heading);
        try {
            Period period = read(bare);
            if (!frequencies.contains(period.frequency()) || !isRecent(period)) {
                return null;
            }
            return period.equals(parsed(bare)) ? bare : period.toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public PeriodHeadings ofAnyLength() {
        PeriodReader usual = frequencies.size() == 1 ? PeriodReader.USUAL : reader;
        return new HeadedPeriods(EnumSet.allOf(Frequency.class), patterns, skip, usual, areSaid);
    }

    @Override
    public @Nullable String status(String heading) {
        Matcher marked = MARKED.matcher(ADDED.matcher(heading).replaceFirst(""));
        if (marked.matches()) {
            for (String code : new String[] {"p", "e", "f", "b"}) {
                if (marked.group(code) != null) {
                    return code.toUpperCase(Locale.ROOT);
                }
            }
        }
        return null;
    }

    @Override
    public @Nullable String doubt(String heading) {
        if (!isLike(heading)) {
            return null;
        }
        String bare = bare(heading);
        try {
            return isRecent(read(bare))
                    ? null
                    : "'" + heading + "' is before " + FIRST_YEAR + " or after " + LAST_YEAR + otherwise();
        } catch (UnlikePeriodException e) {
            boolean isMeant =
                    !patterns.isEmpty() || BEGINS_WITH_YEAR.matcher(heading).find();
            return isMeant ? e.getMessage() + otherwise() : null;
        } catch (IllegalArgumentException e) {
            return isOfOtherLength(bare) ? null : e.getMessage();
        }
    }

    private String otherwise() {
        return areSaid
                ? "; if it is none that is wanted, the mapping says period: {columns: …, skip: [its heading]}"
                : "";
    }

    // Whoever wants years does not want the quarters beside them; days may stand for years or for themselves.
    private boolean isOfOtherLength(String bare) {
        try {
            Frequency frequency = reader.read(bare).frequency();
            boolean mayBeYear = frequencies.contains(Frequency.A) && PeriodReader.mayBeTwoYears(bare);
            return frequency != Frequency.D && !frequencies.contains(frequency) && !mayBeYear;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isLike(String heading) {
        return heading.length() <= LONGEST
                && (patterns.isEmpty() || Glob.anyMatches(patterns, heading))
                && !Glob.anyMatches(skip, heading);
    }

    // The word of a mapping says the frequency as one does that stands beside a period.
    private Period read(String bare) {
        return frequencies.size() == 1
                ? reader.beside(bare, frequencies.iterator().next())
                : reader.read(bare);
    }

    private String bare(String heading) {
        String bare = ADDED.matcher(heading).replaceFirst("");
        for (Pattern written : new Pattern[] {PREFIXED, FRACTION, MARKED}) {
            Matcher matcher = written.matcher(bare);
            bare = matcher.matches() ? matcher.group(1) : bare;
        }
        return bare;
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
