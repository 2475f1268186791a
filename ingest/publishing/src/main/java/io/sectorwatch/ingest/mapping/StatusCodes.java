package io.sectorwatch.ingest.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists of publishers' codes for the status of a figure. */
public final class StatusCodes {
    // Eurostat's list of observation flags. Confidentiality says why a figure is missing and nothing of one that is
    // there;
    // "not applicable" is a figure that cannot exist, and an estimate is one whoever made it.
    private static final Map<String, String> EUROSTAT = Map.ofEntries(
            Map.entry("b", "B"),
            Map.entry("c", ""),
            Map.entry("C", ""),
            Map.entry("d", "D"),
            Map.entry("e", "E"),
            Map.entry("f", "F"),
            Map.entry("i", "I"),
            Map.entry("n", "N"),
            Map.entry("p", "P"),
            Map.entry("r", ""),
            Map.entry("s", "E"),
            Map.entry("u", "U"),
            Map.entry("z", "M"));

    private static final Pattern FOOTNOTES = Pattern.compile("[*\u2020\u2021\u00a7#\u00b9\u00b2\u00b3\u2070-\u2079]+");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("a", "A"),
            Map.entry("b", "B"),
            Map.entry("e", "E"),
            Map.entry("est", "E"),
            Map.entry("f", "F"),
            Map.entry("p", "P"),
            Map.entry("prel", "P"),
            Map.entry("prov", "P"),
            Map.entry("r", ""),
            Map.entry("rev", ""));

    static final List<String> LISTS = List.of("eurostat");

    /** The list of that name; throws IllegalArgumentException. */
    static CodeList of(String list) {
        if (!list.equals(LISTS.get(0))) {
            throw new IllegalArgumentException("'" + list + "' is no list of status codes, which are " + LISTS);
        }
        return CodeList.of(EUROSTAT);
    }

    /** A flag without the signs that only lead to a footnote. */
    public static String withoutFootnotes(String flag) {
        return FOOTNOTES.matcher(flag).replaceAll("");
    }

    /** Whether Eurostat's list has a flag, or each of its letters. */
    public static boolean areOfEurostat(String flag) {
        return EUROSTAT.containsKey(flag)
                || !flag.isEmpty()
                        && flag.chars()
                                .allMatch(letter -> letter == ' ' || EUROSTAT.containsKey(Character.toString(letter)));
    }

    /** The code of SDMX for a flag that any publisher may have; nothing for one that says nothing of the figure, else null. */
    public static @Nullable String usual(String flag) {
        String bare = flag.replaceAll("[()\\[\\]. ]", "");
        if (bare.isEmpty() || bare.chars().noneMatch(Character::isLetter)) {
            return "";
        }
        @Nullable String word = WORDS.get(bare.toLowerCase(Locale.ROOT));
        return word == null ? EUROSTAT.get(bare) : word;
    }

    private StatusCodes() {}
}
