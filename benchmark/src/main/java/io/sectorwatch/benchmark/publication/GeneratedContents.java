package io.sectorwatch.benchmark.publication;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The figures of a generated publication, the same ones each time: so many indicators of sixty countries in fifty years.
 *
 * @param indicators how many
 */
public record GeneratedContents(int indicators) {
    /** Sixty countries, by their codes in ISO 3166-1. */
    static final List<String> AREAS = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).stream()
            .sorted()
            .limit(60)
            .toList();

    static final int YEARS = 50;
    private static final int FIRST_YEAR = 1975;

    // Nine decimals, as the OECD has them: hardly any two figures are the same text.
    private static final long BILLION = 1_000_000_000;

    /** Enough indicators for about so many observations. */
    public static GeneratedContents ofObservations(long observations) {
        return new GeneratedContents(Math.toIntExact(Math.max(1, observations / ((long) AREAS.size() * YEARS))));
    }

    /** How many there are. */
    public long observations() {
        return (long) indicators * AREAS.size() * YEARS;
    }

    /** One of them. */
    record Figure(String indicator, String area, int year, String value, String status) {}

    /** Takes them one by one. */
    interface Taker {
        void take(Figure figure) throws IOException;
    }

    /** Gives all, series by series. */
    void bySeries(Taker taker) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int indicator = 0; indicator < indicators; indicator++) {
            for (String area : AREAS) {
                for (int year = 0; year < YEARS; year++) {
                    taker.take(figure(indicator, area, year, random));
                }
            }
        }
    }

    /** Gives all, year by year. */
    void byYear(Taker taker) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int indicator = 0; indicator < indicators; indicator++) {
            for (int year = 0; year < YEARS; year++) {
                for (String area : AREAS) {
                    taker.take(figure(indicator, area, year, random));
                }
            }
        }
    }

    List<String> years() {
        return IntStream.range(FIRST_YEAR, FIRST_YEAR + YEARS)
                .mapToObj(Integer::toString)
                .toList();
    }

    List<String> indicatorCodes() {
        return IntStream.range(0, indicators).mapToObj(GeneratedContents::code).toList();
    }

    private static String code(int indicator) {
        return "indicator-" + indicator;
    }

    private static Figure figure(int indicator, String area, int year, SplittableRandom random) {
        long billionths = random.nextLong(BILLION / 10, 10 * BILLION);
        String value = billionths / BILLION + "."
                + Long.toString(BILLION + billionths % BILLION).substring(1);
        int drawn = random.nextInt(20);
        String status = drawn == 0 ? "P" : drawn < 4 ? "E" : "A";
        return new Figure(code(indicator), area, FIRST_YEAR + year, value, status);
    }
}
