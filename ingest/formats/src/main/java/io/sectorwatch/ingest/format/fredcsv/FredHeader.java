package io.sectorwatch.ingest.format.fredcsv;

import io.sectorwatch.ingest.format.ObservationColumns;
import io.sectorwatch.ingest.format.UnreadableException;
import io.sectorwatch.ingest.format.alfred.SeriesColumn;
import io.sectorwatch.ingest.format.table.TableHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which column of such a table is what.
 *
 * @param known place of the day from which on a figure was known; -1 where there is none
 * @param figures those with figures, older vintages of a series before newer ones
 */
record FredHeader(int period, int known, List<Figure> figures) {
    private static final Set<String> OF_FRED = Set.of("observation_date", "period_start_date");
    private static final String DATE = "date";
    private static final String OLD_DATE = "DATE";
    private static final int CODE_OF_A_COUNTRY = 3;
    private static final Pattern SERIES = Pattern.compile("[A-Z][A-Z0-9_]+");
    private static final Pattern OTHER =
            Pattern.compile("VAL(UES?)?|OBS_?VALUE|FIGURES?|REGION|COUNTRY|GEO|(REF_)?AREA|LOCATION"
                    + "|FREQ(UENCY)?|UNIT(_MEASURE|_MULT)?|(OBS_)?(STATUS|FLAGS?)|NOTES?|SECTOR|INDICATOR|SUBJECT|MEASURE|SERIES|SEX|AGE"
                    + "|NAME|CODE|ID");
    private static final Set<String> KNOWN = Set.of("realtime_start", "realtime_start_date", "vintage_date");
    private static final Set<String> KNOWN_UNTIL = Set.of("realtime_end", "realtime_end_date");

    /** A column with figures. */
    record Figure(int place, SeriesColumn column) {}

    /** Whether the first column is called as here, or the others are vintages. */
    static boolean isOne(TableHeader header) {
        if (header.size() < 2) {
            return false;
        }
        String first = lower(header.names().get(0));
        List<Figure> figures = figures(header);
        boolean areVintages = !figures.isEmpty()
                && (figures.stream().allMatch(figure -> figure.column().vintage() != null)
                        || place(header, KNOWN) >= 0);
        return !figures.isEmpty() && (OF_FRED.contains(first) || first.equals(DATE) && areVintages || isOld(header));
    }

    // Until 2024 series came with DATE above their days and their names, in capitals, above their figures. Several
    // names of
    // three letters are countries.
    private static boolean isOld(TableHeader header) {
        boolean areCountries = header.size() > 2
                && header.names().stream().skip(1).allMatch(name -> name.length() <= CODE_OF_A_COUNTRY);
        return header.names().get(0).equals(OLD_DATE)
                && !areCountries
                && header.names().stream()
                        .skip(1)
                        .allMatch(series -> SERIES.matcher(series).matches()
                                && !OTHER.matcher(series).matches());
    }

    static FredHeader of(TableHeader header, @Nullable ObservationColumns named) throws UnreadableException {
        List<Figure> figures = new ArrayList<>(figures(header));
        if (named != null && !named.values().isEmpty()) {
            List<String> wanted = named.values();
            figures.removeIf(figure -> !wanted.contains(header.names().get(figure.place())));
        }
        if (figures.isEmpty()) {
            throw new UnreadableException(
                    "there is no such column of figures behind the day; the columns are: " + header.listed());
        }
        figures.sort(Comparator.comparing((Figure figure) -> figure.column().series())
                .thenComparing(
                        figure -> Objects.requireNonNullElse(figure.column().vintage(), "")));
        return new FredHeader(0, place(header, KNOWN), List.copyOf(figures));
    }

    /** Whether rows say when they were known, in a column or in the names of them. */
    boolean isOfVintages() {
        return known >= 0 || figures.stream().anyMatch(figure -> figure.column().vintage() != null);
    }

    /** The only series; null where there are several. */
    @Nullable
    String onlySeries() {
        List<String> names = figures.stream()
                .map(figure -> figure.column().series())
                .distinct()
                .toList();
        return names.size() == 1 ? names.get(0) : null;
    }

    private static List<Figure> figures(TableHeader header) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 1; i < header.size(); i++) {
            String name = header.names().get(i);
            if (!KNOWN.contains(lower(name)) && !KNOWN_UNTIL.contains(lower(name))) {
                figures.add(new Figure(i, SeriesColumn.of(name)));
            }
        }
        return figures;
    }

    private static int place(TableHeader header, Set<String> names) {
        for (int i = 1; i < header.size(); i++) {
            if (names.contains(lower(header.names().get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
