package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.series.Decimals;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The few codes, periods, moments and numbers of one history, so few that they meet often. */
final class RandomWorld {
    static final List<String> AREAS = List.of("CHN", "USA", "OECD");
    static final List<String> SOURCES = List.of("nbs", "oecd", "press");

    private static final List<List<Frequency>> FREQUENCIES = List.of(
            List.of(Frequency.A),
            List.of(Frequency.A),
            List.of(Frequency.A),
            List.of(Frequency.M),
            List.of(Frequency.A, Frequency.M),
            List.of(Frequency.S, Frequency.Q),
            List.of(Frequency.W, Frequency.D));
    private static final List<BigDecimal> VALUES =
            decimals("2.6", "2.6", "2.58", "2.65", "2.72", "2.5", "3", "0", "-1");
    private static final LocalDate FIRST_MONTH = LocalDate.of(2021, 1, 1);
    private static final LocalDate FIRST_DAY_OF_SHORT_PERIODS = LocalDate.of(2023, 1, 1);
    private static final int MONTHS = 48;

    private final Random random;
    final List<String> indicators;
    final List<String> sectors;
    final List<Frequency> frequencies;
    final boolean policies;
    final boolean releases;
    final boolean corrections;

    /** Whether one area catches up with another, period by period. */
    final boolean converging;

    private final int firstYear;
    private final int years;
    private final List<Instant> moments;

    RandomWorld(Random random) {
        this.random = random;
        indicators = chance(70) ? List.of("rd-intensity") : List.of("rd-intensity", "patent-families");
        sectors = chance(75) ? List.of("economy") : List.of("economy", "semiconductors");
        frequencies = pick(FREQUENCIES);
        policies = chance(35);
        releases = chance(50);
        corrections = chance(40);
        converging = chance(15);
        firstYear = 2018 + random.nextInt(2);
        years = 3 + random.nextInt(3);
        moments = moments(releases ? 6 : 16);
    }

    private List<Instant> moments(int number) {
        List<Instant> few = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            LocalDate day = FIRST_MONTH.plusMonths(random.nextInt(MONTHS));
            few.add(day.atTime(chance(80) ? 0 : 10, 0).toInstant(ZoneOffset.UTC));
        }
        return few;
    }

    SeriesKey series() {
        return new SeriesKey(pick(indicators), pick(AREAS), pick(sectors), pick(frequencies));
    }

    Period period(Frequency frequency) {
        return firstPeriod(frequency).plus(random.nextInt(frequency == Frequency.A ? years : years + 1));
    }

    Period firstPeriod(Frequency frequency) {
        return frequency == Frequency.A
                ? new Period(Frequency.A, firstYear)
                : Period.containing(FIRST_DAY_OF_SHORT_PERIODS, frequency);
    }

    Instant moment() {
        return pick(moments);
    }

    /** One that is not earlier than another one. */
    Instant momentFrom(Instant earliest) {
        return pick(Stream.concat(Stream.of(earliest), moments.stream().filter(earliest::isBefore))
                .toList());
    }

    BigDecimal value() {
        return pick(VALUES);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** One to all of them, in a random order. */
    <T> List<T> some(List<T> from) {
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, from.size()).boxed().toList());
        Collections.shuffle(places, random);
        return places.subList(0, upTo(from.size())).stream().map(from::get).toList();
    }

    static List<BigDecimal> decimals(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).map(Decimals::canonical).toList();
    }
}
