package io.sectorwatch.processor.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.schemas.message.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesHistoryTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the newest, CHN 2023 2.65 2024-10-02, CHN 2023 2.58 2025-01-23",
        "of one moment the one of the greater source, CHN 2023 3 2024-01-01 source=a, CHN 2023 2 2024-01-01 source=b",
        "then a value rather than a withdrawal, CHN 2023 - 2024-01-01, CHN 2023 2 2024-01-01",
        "then the greater value, CHN 2023 2 2024-01-01, CHN 2023 3 2024-01-01",
        "whatever its digits, CHN 2023 9 2024-01-01, CHN 2023 10.5 2024-01-01",
        "a later withdrawal, CHN 2023 2 2024-01-01, CHN 2023 - 2024-01-02",
    })
    void theLastRowOfAPeriodIsItsCurrentVintageHoweverItCame(String which, String other, String current) {
        for (List<String> order : List.of(List.of(other, current), List.of(current, other))) {
            SeriesHistory history = Vintages.history(order.toArray(String[]::new));

            assertThat(history.observation(history.size() - 1)).as(which).isEqualTo(Vintages.of(current));
        }
    }

    @Test
    void figuresThatDifferInNothingElseHaveAnOrderToo() {
        String one = "CHN 2023 2 2024-01-01 status=E";
        String other = "CHN 2023 2 2024-01-01 status=P";

        assertThat(rows(Vintages.history(one, other))).hasSize(2).isEqualTo(rows(Vintages.history(other, one)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyOrderOfArrivalGivesTheSameRows(long seed) {
        List<Observation> vintages = new ArrayList<>();
        for (String year : List.of("2020", "2021", "2023")) {
            for (String rest : List.of(
                    "2 2024-01-01",
                    "3 2024-01-01",
                    "- 2024-01-01",
                    "2 2024-01-01 source=oecd",
                    ">2 2024-01-01",
                    "2.5 2023-06-01",
                    "2 2024-02-01 status=P")) {
                vintages.add(Vintages.of("CHN " + year + ' ' + rest));
            }
        }
        SeriesHistory inOrder = Vintages.empty();
        vintages.forEach(inOrder::add);
        Collections.shuffle(vintages, new Random(seed));
        SeriesHistory shuffled = Vintages.empty();
        vintages.forEach(shuffled::add);

        assertThat(rows(shuffled)).as("seed %d", seed).hasSize(21).isEqualTo(rows(inOrder));
    }

    @Test
    void aVintageThatIsKnownIsNotAddedAgain() {
        SeriesHistory history = Vintages.history("CHN 2023 2 2024-01-01", "CHN 2023 3 2024-02-01");

        assertThat(history.add(Vintages.of("CHN 2023 2.0 2024-01-01"))).isEqualTo(-1);
        assertThat(history.size()).isEqualTo(2);
    }

    @Test
    void aVintageGoesToItsRowAndSaysWhere() {
        SeriesHistory history = Vintages.history("CHN 2021 2 2022-01-01", "CHN 2023 2 2024-01-01");

        assertThat(history.add(Vintages.of("CHN 2022 2 2023-01-01"))).isEqualTo(1);
        assertThat(history.add(Vintages.of("CHN 2021 3 2022-02-01"))).isEqualTo(1);
        assertThat(history.add(Vintages.of("CHN 2024 3 2025-02-01"))).isEqualTo(4);
    }

    @Test
    void thePeriodsAreFoundWhetherKnownOrNot() {
        SeriesHistory history = Vintages.history(
                "CHN 2020 1 2021-01-01",
                "CHN 2022 1 2023-01-01",
                "CHN 2022 2 2023-02-01",
                "CHN 2022 3 2023-03-01",
                "CHN 2025 1 2026-01-01");

        assertThat(IntStream.rangeClosed(2019, 2026)
                        .mapToObj(
                                year -> year + ": " + history.start(ordinal(year)) + ".." + history.end(ordinal(year))))
                .containsExactly(
                        "2019: 0..0",
                        "2020: 0..1",
                        "2021: 1..1",
                        "2022: 1..4",
                        "2023: 4..4",
                        "2024: 4..4",
                        "2025: 4..5",
                        "2026: 5..5");
        assertThat(history.lastPeriod()).isEqualTo(ordinal(2025));
        assertThat(history.end(Integer.MAX_VALUE)).isEqualTo(5);
    }

    @Test
    void nothingIsFoundInAnEmptyOne() {
        SeriesHistory history = Vintages.empty();

        assertThat(history.size()).isZero();
        assertThat(history.start(ordinal(2023))).isZero();
        assertThat(history.end(ordinal(2023))).isZero();
        assertThat(history.newest()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void theNewestTimeIsThatOfAnyVintage() {
        SeriesHistory history = Vintages.history("CHN 2023 2 2024-03-01", "CHN 2024 2 2024-01-01");

        assertThat(history.newest())
                .isEqualTo(Vintages.of("CHN 2023 2 2024-03-01").published().toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.12",
                "2.6",
                "999999999999999999",
                "1000000000000000000",
                "9223372036854775808",
                "-9223372036854775809",
                "1234567890123456789012345678901234",
                "0.000000000000000000000000000000000000000000000000000000000001"
            })
    void aValueIsKeptToItsLastDigit(String value) {
        SeriesHistory history = Vintages.history("CHN 2022 1 2024-01-01", "CHN 2023 " + value + " 2024-01-01");

        assertThat(history.value(1)).isEqualTo(new BigDecimal(value));
        assertThat(history.hasValue(1)).isTrue();
    }

    @Test
    void allOfAVintageIsKept() {
        Observation vintage =
                Vintages.of("CHN 2023 >=2.6 1970-01-01 source=nbs status=E+P unit=percent-of-gdp next=2024-10-31");
        SeriesHistory history = Vintages.empty();
        history.add(vintage);

        assertThat(history.observation(0)).isEqualTo(vintage);
    }

    @Test
    void whatNeighboursHaveInCommonIsKeptOnce() {
        SeriesHistory history =
                Vintages.history("CHN 2021 1 2022-01-01", "CHN 2022 2 2023-01-01", "CHN 2023 3 2024-01-01 source=oecd");

        assertThat(history.originNumber(1)).isEqualTo(history.originNumber(0));
        assertThat(history.originNumber(2)).isNotEqualTo(history.originNumber(0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "fewer, CHN 2022 9 2025-01-01, 4",
        "as many, CHN 2022 9 2025-01-01;CHN 2022 - 2025-02-01, 5",
        "more, CHN 2022 9 2025-01-01;CHN 2022 - 2025-02-01;CHN 2022 7 2025-03-01, 6",
        "none, '', 3",
    })
    void theVintagesOfAPeriodCanBeReplaced(String number, String replacing, int size) {
        SeriesHistory history = Vintages.history(
                "CHN 2021 1 2022-01-01",
                "CHN 2022 2 2023-01-01",
                "CHN 2022 3 2023-02-01",
                "CHN 2023 4 2024-01-01",
                "CHN 2024 5 2025-01-01");
        List<Observation> vintages = replacing.isEmpty()
                ? List.of()
                : List.of(replacing.split(";")).stream().map(Vintages::of).toList();

        history.replace(ordinal(2022), Long.MIN_VALUE, vintages);

        List<Observation> expected = new ArrayList<>(List.of(Vintages.of("CHN 2021 1 2022-01-01")));
        expected.addAll(vintages);
        expected.add(Vintages.of("CHN 2023 4 2024-01-01"));
        expected.add(Vintages.of("CHN 2024 5 2025-01-01"));
        assertThat(rows(history)).as(number).hasSize(size).isEqualTo(expected);
    }

    private static List<Observation> rows(SeriesHistory history) {
        return IntStream.range(0, history.size()).mapToObj(history::observation).toList();
    }

    private static int ordinal(int year) {
        return Vintages.of("CHN " + year + " 1 2024-01-01").period().ordinal();
    }

    @Test
    void theUnitOfTheOnlyFigureIsStillSaidWhenThatIsGone() {
        Observation only = Vintages.of("CHN 2023 540 2024-02-01 unit=percent-of-gdp");
        SeriesHistory history = new SeriesHistory(only.series(), 0, new Origins());
        history.remove(history.add(only));

        assertThat(history.size()).isZero();
        assertThat(history.unit()).isEqualTo("percent-of-gdp");
        history.add(Vintages.of("CHN 2023 54 2024-01-01 unit=percent-of-total"));
        assertThat(history.unit()).isEqualTo("percent-of-total");
    }
}
