package io.sectorwatch.processor.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.SectorCard.AreaFigure;
import io.sectorwatch.schemas.message.SectorCard.Statistic;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatisticsTest {
    /** So little, and so much, that no mean of figures is as near to another, or as far. */
    private static final BigDecimal LITTLE = new BigDecimal("0.001");

    private static final BigDecimal MUCH = new BigDecimal("1000");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.69              | 2.69 A       | 2.69 A         | 2.69 A
            3, 1, 2           | 3 A          | 2 C            | 1 B
            3, 1              | 3 A          | 2 B A          | 1 B
            0.1, 0.2, 9, -9   | 9 C          | 0.15 A B       | -9 D
            4, 4, 4, 1        | 4 A          | 4 A B          | 1 D
            >4.9              | >4.9 A       | >4.9 A         | >4.9 A
            3, >4             | >4 B         | >3.5 A B       | 3 A
            3, >2             | >=3 A        | >2.5 B A       | <=3 A
            3, >=3            | >=3 B        | >=3 A B        | 3 A
            1, 2, >5          | >5 C         | 2 B            | 1 A
            1, 2, <5          | >=2 B        | >=1 A          | <=1 A
            1, >2, <3         | >2 B         | >=1 A          | <=1 A
            <3, 5             | 5 B          | <4 A B         | <3 A
            <3, <=2           | <3 A         | <2.5 B A       | <=2 B
            >3, <2            | >3 A         |                | <2 B
            """)
    void saysWhatIsKnown(String figures, String highest, @Nullable String median, String lowest) {
        OrderStatistics statistics = new OrderStatistics(figures(figures.split(", ")));

        assertThat(text(statistics.highest())).isEqualTo(highest);
        assertThat(text(statistics.median())).isEqualTo(median == null ? "" : median);
        assertThat(text(statistics.lowest())).isEqualTo(lowest);
    }

    @Test
    void holdsOfAllThatTheFiguresCanBeAndSaysNoLessThanIsKnown() {
        int bounded = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            String[] figures = new String[1 + random.nextInt(5)];
            for (int i = 0; i < figures.length; i++) {
                String[] comparators = {"", "", "", "<", "<=", ">=", ">"};
                figures[i] = comparators[random.nextInt(comparators.length)] + (random.nextInt(7) - 2);
            }
            List<AreaFigure> given = figures(figures);
            OrderStatistics statistics = new OrderStatistics(given);
            int last = given.size() - 1;
            String name = "seed " + seed + ": " + String.join(", ", figures);

            assertHolds(name, statistics.highest(), given, sorted -> sorted.get(last), true);
            assertHolds(name, statistics.lowest(), given, sorted -> sorted.get(0), false);
            assertHolds(name, statistics.median(), given, OrderStatisticsTest::median, true);
            bounded += statistics.median() == null || statistics.median().comparator() != null ? 1 : 0;
        }
        assertThat(bounded).isGreaterThan(500);
    }

    private static BigDecimal median(List<BigDecimal> sorted) {
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        return lower.add(sorted.get(sorted.size() / 2)).divide(BigDecimal.valueOf(2));
    }

    /** Tries every value that a figure can have, as far as it matters. */
    private static void assertHolds(
            String name,
            @Nullable Statistic said,
            List<AreaFigure> figures,
            Function<List<BigDecimal>, BigDecimal> of,
            boolean ratherBelow) {
        List<BigDecimal> can = new ArrayList<>();
        choose(figures, new ArrayList<>(), of, can);
        BigDecimal least = can.stream().min(BigDecimal::compareTo).orElseThrow();
        BigDecimal greatest = can.stream().max(BigDecimal::compareTo).orElseThrow();
        boolean below = least.compareTo(BigDecimal.valueOf(-100)) > 0;
        boolean above = greatest.compareTo(BigDecimal.valueOf(100)) < 0;
        String expected;
        if (least.compareTo(greatest) == 0) {
            expected = plain(least);
        } else if (below && (ratherBelow || !above)) {
            expected = (isNear(least) ? ">" : ">=") + plain(least);
        } else if (above) {
            expected = (isNear(greatest) ? "<" : "<=") + plain(greatest);
        } else {
            expected = "";
        }
        assertThat(text(said).split(" ")[0]).as(name).isEqualTo(expected);
    }

    private static void choose(
            List<AreaFigure> left,
            List<BigDecimal> chosen,
            Function<List<BigDecimal>, BigDecimal> of,
            List<BigDecimal> can) {
        if (left.isEmpty()) {
            can.add(of.apply(chosen.stream().sorted().toList()));
            return;
        }
        AreaFigure figure = left.get(0);
        BigDecimal value = figure.value();
        List<BigDecimal> values = figure.comparator() == null
                ? List.of(value)
                : switch (figure.comparator()) {
                    case LESS -> List.of(value.subtract(MUCH), value.subtract(LITTLE));
                    case AT_MOST -> List.of(value.subtract(MUCH), value);
                    case AT_LEAST -> List.of(value, value.add(MUCH));
                    case MORE -> List.of(value.add(LITTLE), value.add(MUCH));
                };
        for (BigDecimal one : values) {
            List<BigDecimal> more = new ArrayList<>(chosen);
            more.add(one);
            choose(left.subList(1, left.size()), more, of, can);
        }
    }

    private static boolean isNear(BigDecimal value) {
        return value.compareTo(new BigDecimal(plain(value))) != 0;
    }

    private static String plain(BigDecimal value) {
        BigDecimal rounded = value.setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Figures of areas named A, B and so on. */
    private static List<AreaFigure> figures(String[] written) {
        List<AreaFigure> figures = new ArrayList<>();
        for (String figure : written) {
            String symbol = figure.replaceAll("[^<>=]", "");
            figures.add(new AreaFigure(
                    String.valueOf((char) ('A' + figures.size())),
                    Period.parse("2023"),
                    new BigDecimal(figure.substring(symbol.length())),
                    symbol.isEmpty() ? null : Bound.of(symbol)));
        }
        return figures;
    }

    private static String text(@Nullable Statistic statistic) {
        return statistic == null
                ? ""
                : (statistic.comparator() == null ? "" : statistic.comparator().symbol())
                        + statistic.value().toPlainString()
                        + statistic.of().stream()
                                .map(figure -> ' ' + figure.area())
                                .collect(Collectors.joining());
    }
}
