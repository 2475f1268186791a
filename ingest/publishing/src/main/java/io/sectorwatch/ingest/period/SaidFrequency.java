package io.sectorwatch.ingest.period;

import io.sectorwatch.schemas.series.Frequency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a publisher says beside a period of how often there is one. */
public enum SaidFrequency {
    ANNUAL(Frequency.A, "A Y P1Y 602 annual annually yearly year annuel annuelle jahrlich jahr anual annuale"),
    HALF_YEARLY(
            Frequency.S,
            "S P6M 604 half-yearly half-year halfyearly semi-annual semi-annually semiannual semestriel"
                    + " semestrielle halbjahrlich semestral semestrale"),
    QUARTERLY(
            Frequency.Q,
            "Q P3M 608 quarterly quarter trimestriel trimestrielle vierteljahrlich quartalsweise trimestral"
                    + " trimestrale"),
    MONTHLY(Frequency.M, "M P1M 610 monthly month mensuel mensuelle monatlich mensual mensile"),
    WEEKLY(Frequency.W, "W P7D P1W 616 weekly week hebdomadaire wochentlich semanal settimanale"),
    DAILY(Frequency.D, "D B P1D 102 daily day business daily-business-week journalier quotidien taglich diario"),
    /** SDMX's hours, or the half-years of some banks. */
    HOURS_OR_HALVES(null, "H"),
    /** That it is not said: a first day may stand for any period that begins on it. */
    UNSPECIFIED(null, "_U"),
    /** Nothing that tells a frequency from another one. */
    NOTHING(null, "");

    /** Components under whose names publishers have it, the most telling first. */
    private static final List<String> COMPONENTS = List.of(
            "freq",
            "frequency",
            "freq code",
            "frequency code",
            "time freq",
            "time frequency",
            "frequency of observation",
            "observation frequency",
            "data frequency",
            "periodicity",
            "frequence",
            "periodicite",
            "frecuencia",
            "periodicidad",
            "frequenz",
            "periodizitat",
            "frequenza",
            "periodicita",
            "time format");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_.-]+");

    private static final Pattern LABELLED = Pattern.compile("([A-Za-z_]{1,2})\\s*[:=-]\\s+\\S.*");
    /** Every so many of them, such as A5: still periods of that length, though not all. */
    private static final Pattern MULTIPLE = Pattern.compile("([ASQMWD])\\d{1,2}");

    private static final Pattern TLIST = Pattern.compile("(?i)TLIST\\(([AHQMWD])\\d*\\)");
    private static final Map<String, SaidFrequency> WORDS = words();

    private final @Nullable Frequency frequency;
    private final String words;

    SaidFrequency(@Nullable Frequency frequency, String words) {
        this.frequency = frequency;
        this.words = words;
    }

    /** What a text says: a code of SDMX, a word in a few languages, a code with its label. */
    public static SaidFrequency of(String text) {
        String stripped = text.strip();
        Matcher labelled = LABELLED.matcher(stripped);
        String code = labelled.matches() ? labelled.group(1) : stripped;
        Matcher multiple = MULTIPLE.matcher(code);
        String word = multiple.matches() ? multiple.group(1) : code;
        SaidFrequency found = WORDS.get(PeriodWords.bare(word).replace(' ', '-'));
        return found == null ? NOTHING : found;
    }

    /** Whether a component of that name says it. */
    public static @Nullable String component(List<String> components) {
        for (String name : COMPONENTS) {
            for (String component : components) {
                if (bare(component).equals(name)) {
                    return component;
                }
            }
        }
        return null;
    }

    private static String bare(String component) {
        return BETWEEN_WORDS
                .matcher(PeriodWords.bare(component))
                .replaceAll(" ")
                .strip();
    }

    /** What the name of a dimension of time says in PxStat, such as {@code TLIST(Q1)}. */
    public static SaidFrequency ofDimension(String name) {
        Matcher list = TLIST.matcher(name);
        if (!list.matches()) {
            return NOTHING;
        }
        String letter = list.group(1).toUpperCase(Locale.ROOT);
        return of(letter.equals("H") ? "S" : letter);
    }

    /** The one it is; null where that is not clear. */
    public @Nullable Frequency frequency() {
        return frequency;
    }

    private static Map<String, SaidFrequency> words() {
        Map<String, SaidFrequency> words = new HashMap<>();
        for (SaidFrequency said : values()) {
            for (String word : said.words.split(" ")) {
                words.put(word.toLowerCase(Locale.ROOT), said);
            }
        }
        words.remove("");
        return Map.copyOf(words);
    }
}
