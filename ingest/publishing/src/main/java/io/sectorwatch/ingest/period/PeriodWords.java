package io.sectorwatch.ingest.period;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words around periods, bare: in lower case and without accents. Months in English, French, German, Spanish, Italian,
 * Portuguese, Dutch and the languages of Scandinavia; they are written here since a JDK's names change with its version.
 */
final class PeriodWords {
    /** What a number beside a year counts. */
    enum Unit {
        YEAR,
        HALF,
        QUARTER,
        MONTH,
        WEEK,
        DAY,
        /** A quarter, or a third of a year. */
        T,
        /** A quarter, or a week. */
        KW
    }

    private static final String[] MONTHS = {
        "jan january januar januari janvier janv enero ene gennaio gen janeiro jaen jaenner janner",
        "feb february februar februari fevrier fevr fev febrero febbraio fevereiro feber",
        "mar march marz maerz mrz mars marzo marco maart mrt marts",
        "apr april avril avr abril abr aprile",
        "may mai mayo maggio mag maio mei maj",
        "jun june juni juin junio giugno giu junho",
        "jul july juli juillet juil julio luglio lug julho",
        "aug august aout agosto ago augustus augusti",
        "sep sept september septembre septiembre settembre set setembro",
        "oct october oktober okt octobre octubre ottobre ott outubro out",
        "nov november novembre noviembre novembro",
        "dec december dezember dez decembre diciembre dic dicembre dezembro des desember"
    };
    private static final Map<String, Integer> MONTH_OF = months();
    private static final Map<String, Unit> UNITS = units();
    private static final Map<String, String> NUMBERS = Map.of(
            "i", "1", "ii", "2", "iii", "3", "iv", "4", "first", "1", "second", "2", "third", "3", "fourth", "4");
    private static final Set<String> ORDINALS =
            Set.of("st", "nd", "rd", "th", "er", "re", "e", "eme", "o", "a", "ere", "de", "te", "ro", "do", "to");
    private static final Set<String> FILLERS = Set.of("of", "de", "del", "di", "des", "du");

    /** A text in lower case and without accents. */
    static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The month of a bare name or its usual abbreviation, from 1; null for any other word. */
    static @Nullable Integer month(String word) {
        return MONTH_OF.get(word);
    }

    static @Nullable Unit unit(String word) {
        return UNITS.get(word);
    }

    /** The digit of a Roman number or an English ordinal up to four; null for any other word. */
    static @Nullable String digit(String word) {
        return NUMBERS.get(word);
    }

    static boolean isOrdinalEnding(String word) {
        return ORDINALS.contains(word);
    }

    static boolean isFiller(String word) {
        return FILLERS.contains(word);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < MONTHS.length; i++) {
            for (String name : MONTHS[i].split(" ")) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        put(units, Unit.YEAR, "a jj y year jahr annee ano anno");
        put(units, Unit.HALF, "s b h hj half semester semestre sem halbjahr halvar halfjaar");
        put(units, Unit.QUARTER, "q k quarter qtr quartal quart trimestre trim kvartal kwartaal");
        put(units, Unit.MONTH, "m mm month monat mois mes mese mes maand manad maned");
        put(units, Unit.WEEK, "w wk week u v woche semaine semana settimana vecka uke uge");
        put(units, Unit.DAY, "d");
        put(units, Unit.T, "t");
        put(units, Unit.KW, "kw");
        return Map.copyOf(units);
    }

    private static void put(Map<String, Unit> units, Unit unit, String words) {
        for (String word : words.split(" ")) {
            units.put(word, unit);
        }
    }

    private PeriodWords() {}
}
