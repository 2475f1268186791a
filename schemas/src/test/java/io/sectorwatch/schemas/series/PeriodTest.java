package io.sectorwatch.schemas.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.YearHalf;
import org.threeten.extra.YearQuarter;
import org.threeten.extra.YearWeek;

class PeriodTest {
    private static final long SEED = 1752;
    private static final LocalDate FIRST = LocalDate.of(1001, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

    @ParameterizedTest
    @EnumSource(Frequency.class)
    void agreesWithTheLibrariesOnEveryDayOfTwoCenturies(Frequency frequency) {
        LocalDate.of(1899, 12, 1)
                .datesUntil(LocalDate.of(2101, 2, 1))
                .forEach(day -> assertThatTheLibrariesAgree(day, frequency));
    }

    @ParameterizedTest
    @EnumSource(Frequency.class)
    void agreesWithTheLibrariesOnDaysFarAway(Frequency frequency) {
        new Random(SEED)
                .longs(20_000, FIRST.toEpochDay(), LAST.toEpochDay())
                .forEach(day -> assertThatTheLibrariesAgree(LocalDate.ofEpochDay(day), frequency));
    }

    @Test
    void knowsWhichYearsHaveFiftyThreeWeeks() {
        for (int year = 1000; year <= 9999; year++) {
            String week = year + "-W53";
            if (YearWeek.of(year, 1).is53WeekYear()) {
                assertThat(Period.parse(week)).hasToString(week);
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> Period.parse(week));
            }
        }
    }

    @Test
    void refusesAWeekThatTheYearDoesNotHave() {
        assertThat(Period.parse("2020-W53").start()).isEqualTo("2020-12-28");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse("2023-W53"))
                .withMessage("'2023-W53' is not a period: 2023 has 52 weeks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "23",
                "0999",
                "02023",
                "12023",
                "+2023",
                " 2023",
                "2023 ",
                "2023-",
                "2023-1",
                "2023-Q",
                "2023Q4",
                "2023-Q04",
                "2023-q4",
                "2023-H1",
                "2023-S",
                "2023-W5",
                "2023-W005",
                "2023-w05",
                "2023-M12",
                "202312",
                "20231215",
                "2023-12-",
                "2023-12-1",
                "2023-12-15T00",
                "2023/12/15",
                "2023-+1",
                "2023-A1",
                "２０２３"
            })
    void refusesEveryOtherSpelling(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessage("'" + text + "' is not a period: write 2023, 2023-S1, 2023-Q4, 2023-12, 2023-W05 or "
                        + "2023-12-15 (years 1000 to 9999)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-00", "2023-13", "2023-S0", "2023-S3", "2023-Q0", "2023-Q5", "2023-W00", "2023-W54"})
    void refusesAPartThatAYearDoesNotHave(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessageContaining("is not between 1 and");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "2023-04-31", "2023-00-10", "2023-13-10", "2023-01-00", "1900-02-29"})
    void refusesADayThatDoesNotExist(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(text))
                .withMessage("'" + text + "' is not a period: there is no such day");
    }

    @Test
    void ordersPeriodsOfAllFrequenciesByTheirFirstDay() {
        List<Period> ordered = Stream.of(
                        "2022-12-31",
                        "2023",
                        "2023-S1",
                        "2023-Q1",
                        "2023-01",
                        "2023-01-01",
                        "2023-W01",
                        "2023-02",
                        "2023-S2",
                        "2024")
                .map(Period::parse)
                .toList();
        List<Period> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(SEED));
        Collections.sort(shuffled);
        assertThat(shuffled).as("seed %d", SEED).isEqualTo(ordered);
    }

    private static void assertThatTheLibrariesAgree(LocalDate day, Frequency frequency) {
        Period period = Period.containing(day, frequency);
        assertThat(period.toString()).isEqualTo(written(day, frequency));
        assertThat(period.start()).as(period.toString()).isEqualTo(start(day, frequency));
        assertThat(day).isBetween(period.start(), period.end().minusDays(1));
        assertThat(Period.parse(period.toString())).isEqualTo(period);
        assertThat(Period.containing(period.end(), frequency)).isEqualTo(period.plus(1));
        assertThat(period.plus(1).start()).isEqualTo(period.end());
        assertThat(period.startsAt())
                .isEqualTo(period.start().atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(period).isLessThan(period.plus(1)).isGreaterThan(period.plus(-1));
    }

    private static String written(LocalDate day, Frequency frequency) {
        return switch (frequency) {
            case A -> Year.from(day).toString();
            case S -> YearHalf.from(day).toString().replace('H', 'S');
            case Q -> YearQuarter.from(day).toString();
            case M -> YearMonth.from(day).toString();
            case W -> YearWeek.from(day).toString();
            case D -> day.toString();
        };
    }

    private static LocalDate start(LocalDate day, Frequency frequency) {
        return switch (frequency) {
            case A -> day.withDayOfYear(1);
            case S -> YearHalf.from(day).atDay(1);
            case Q -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case M -> day.withDayOfMonth(1);
            case W -> YearWeek.from(day).atDay(DayOfWeek.MONDAY);
            case D -> day;
        };
    }
}
