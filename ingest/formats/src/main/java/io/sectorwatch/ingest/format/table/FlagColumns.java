package io.sectorwatch.ingest.format.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a wide table hold the flags of others: each behind its period, under the same heading, a word for them or
 * none, or anywhere with the period in its name, as in {@code 2021_flag}.
 *
 * @param byPeriod place of the flags by that of the figures
 * @param areNamed whether their headings say that they are flags
 */
record FlagColumns(Map<Integer, Integer> byPeriod, boolean areNamed) {
    static final FlagColumns NONE = new FlagColumns(Map.of(), true);

    private static final String WORD = "(?:obs[ _.]?)?(?:flags?|status|symbols?|footnotes?|notes?|remarks?)";
    private static final Pattern ALONE = Pattern.compile(WORD, Pattern.CASE_INSENSITIVE);
    private static final Pattern BEHIND =
            Pattern.compile("(.+?)[ _.:-]*\\(?" + WORD + "\\)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE = Pattern.compile(WORD + "[ _.:-]*\\(?(.+?)\\)?", Pattern.CASE_INSENSITIVE);
    private static final int FEWEST = 2;

    FlagColumns {
        byPeriod = Map.copyOf(byPeriod);
    }

    /** Those in a header, of which each cell is a period or null. */
    static FlagColumns among(List<@Nullable String> cells, List<@Nullable String> periods) {
        Map<Integer, Integer> named = named(cells, periods);
        if (!named.isEmpty()) {
            return new FlagColumns(named, true);
        }
        Map<Integer, Integer> beside = new HashMap<>();
        boolean areWords = true;
        for (int i = 0; i < cells.size(); i++) {
            if (periods.get(i) == null || beside.containsValue(i)) {
                continue;
            }
            if (i + 1 == cells.size() || !isBeside(cells.get(i), cells.get(i + 1))) {
                return NONE;
            }
            @Nullable String heading = cells.get(i + 1);
            areWords &= heading != null && ALONE.matcher(heading).matches();
            beside.put(i, i + 1);
        }
        return beside.size() < FEWEST ? NONE : new FlagColumns(beside, areWords);
    }

    private static boolean isBeside(@Nullable String period, @Nullable String heading) {
        return heading == null
                || heading.equals(period)
                || ALONE.matcher(heading).matches();
    }

    private static Map<Integer, Integer> named(List<@Nullable String> cells, List<@Nullable String> periods) {
        Map<Integer, Integer> named = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            @Nullable String heading = cells.get(i);
            if (heading == null || periods.get(i) != null) {
                continue;
            }
            for (Pattern pattern : List.of(BEHIND, BEFORE)) {
                Matcher matcher = pattern.matcher(heading);
                int period = matcher.matches() ? place(matcher.group(1), cells) : -1;
                if (period >= 0 && periods.get(period) != null) {
                    named.putIfAbsent(period, i);
                    break;
                }
            }
        }
        return new HashSet<>(named.values()).size() == named.size() ? named : Map.of();
    }

    private static int place(String period, List<@Nullable String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (period.strip().equalsIgnoreCase(cells.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Where they stand. */
    Set<Integer> places() {
        return Set.copyOf(byPeriod.values());
    }

    /** Where the flags of a column of figures stand; -1 for nowhere. */
    int of(int period) {
        return byPeriod.getOrDefault(period, -1);
    }

    /** The header with a name for each of them. */
    List<@Nullable String> named(List<@Nullable String> cells) {
        List<@Nullable String> named = new ArrayList<>(cells);
        byPeriod.forEach((period, flag) -> named.set(flag, "flag of " + cells.get(period)));
        return named;
    }
}
