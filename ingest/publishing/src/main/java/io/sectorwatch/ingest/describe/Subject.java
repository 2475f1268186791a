package io.sectorwatch.ingest.describe;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a component is about, as far as its name says it in the words that publishers have for it. */
enum Subject {
    /** Under the name that standards of data have for it. */
    STANDARD_AREA,
    AREA,
    /** A name that others than areas have, too. */
    PERHAPS_AREA,
    /** The other end of a flow, or an area that says something of the first: never the one that figures are of. */
    PARTNER,
    FREQUENCY,
    UNIT,
    /** The power of ten, or its name, that figures are to be multiplied with. */
    MULTIPLIER,
    STATUS,
    /** Notes, editions and the like, which tell no series apart. */
    PARTICULAR,
    OTHER;

    private static final Set<String> STANDARD = Set.of(
            "ref area", "reference area", "geo", "geopolitical entity", "geopolitical entity reporting", "location");
    private static final Set<String> AREAS = Set.of(
            "area",
            "areas",
            "cou",
            "cty",
            "country",
            "countries",
            "country area",
            "country or area",
            "country or territory",
            "country region",
            "country territory",
            "countryiso",
            "declarant",
            "economy",
            "geo area",
            "geographic area",
            "geography",
            "geographical area",
            "iso",
            "kraj",
            "land",
            "member state",
            "nation",
            "paese",
            "paises",
            "pais",
            "pays",
            "rep cty",
            "reporter",
            "reporting area",
            "reporting country",
            "reporting economy",
            "spatial dim",
            "staat",
            "stato",
            "territoire",
            "territory",
            "weo country");
    private static final Set<String> PERHAPS =
            Set.of("code", "entity", "gebiet", "ort", "place", "region", "regions", "state", "territorio", "zone");
    private static final Pattern PARTNERS = Pattern.compile(
            ".*\\b(birth|citizen|citizenship|counter|counterpart|counterparty|cp|dest|destination|host|nationality|origin"
                    + "|partner|previous|vis)\\b.*");
    private static final Pattern FREQUENCIES = Pattern.compile(
            "(time )?(freq|frequency|frequence|frequencia|frecuencia|periodicity|periodicite)( .*)?|time format");
    private static final Pattern UNITS = Pattern.compile(
            "units?( of)?( measure)?( code)?|measure unit|uom|unite( de)?( mesure)?|(mass)?einheit|unidad( de)?( medida)?");
    private static final Pattern MULTIPLIERS =
            Pattern.compile("(unit )?(mult|multiplier)( code)?|power ?code( code)?|scale|scalar (factor|id)");
    private static final Pattern STATES = Pattern.compile(".*\\b(obs(ervation)? status|obs flag|flags?)\\b.*");
    private static final Pattern PARTICULARS = Pattern.compile(
            "decimals?|conf(identiality)? status.*|aux .*|.*last update.*|updated|(next )?release( date)?|important notes|preunit"
                    + "|structure( id)?|realtime (start|end)|action|series ?key|obs key"
                    + "|estimates start after|parent .*|(ref |reference )?(year|time|time period|period|months?|quarter|date)( codes?)?");
    private static final Pattern FOLDED = Pattern.compile("[^a-z0-9]+");
    /** What publishers put behind the name to tell a code from its label. */
    private static final Set<String> SUFFIXES = Set.of(
            "code", "codes", "name", "names", "id", "iso", "iso2", "iso3", "iso2c", "iso3c", "m49", "desc", "label",
            "labels", "value");

    /** Of a component of that name. */
    static Subject of(String name) {
        String words = words(name);
        String bare = bare(words);
        if (FREQUENCIES.matcher(words).matches()) {
            return FREQUENCY;
        }
        if (MULTIPLIERS.matcher(words).matches()) {
            return MULTIPLIER;
        }
        if (UNITS.matcher(words).matches()) {
            return UNIT;
        }
        if (PARTICULARS.matcher(words).matches()) {
            return PARTICULAR;
        }
        if (STATES.matcher(words).matches()) {
            return STATUS;
        }
        if (PARTNERS.matcher(words).matches()) {
            return PARTNER;
        }
        if (STANDARD.contains(bare)) {
            return STANDARD_AREA;
        }
        if (AREAS.contains(bare)) {
            return AREA;
        }
        return PERHAPS.contains(bare) ? PERHAPS_AREA : OTHER;
    }

    /** Whether a name says that its component holds the numbers of UN M49. */
    static boolean isOfNumbers(String name) {
        return words(name).contains("m49");
    }

    /** Whether two names mean one thing, a code and its label, as OBS_STATUS and Observation status do. */
    static boolean areOfOne(String code, String label) {
        List<String> abridged = List.of(bare(words(code)).split(" "));
        List<String> full = List.of(bare(words(label)).split(" "));
        return abridged.stream().allMatch(part -> full.stream().anyMatch(word -> word.startsWith(part)));
    }

    // L_REP_CTY is called rep cty, REF_AREA ref area, countryIso3Code country.
    private static String words(String name) {
        String apart = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        String plain = Normalizer.normalize(apart, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return FOLDED.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static String bare(String words) {
        List<String> parts = Arrays.stream(words.split(" ")).toList();
        int from = parts.size() > 2 && parts.get(0).equals("l") ? 1 : 0;
        int to = parts.size();
        while (to - from > 1 && SUFFIXES.contains(parts.get(to - 1))) {
            to--;
        }
        return parts.subList(from, to).stream()
                .collect(Collectors.joining(" "))
                .replaceAll("iso3code$|iso3$|iso2$", "iso");
    }
}
