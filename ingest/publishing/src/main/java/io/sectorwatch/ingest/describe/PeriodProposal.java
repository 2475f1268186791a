package io.sectorwatch.ingest.describe;

import io.sectorwatch.ingest.period.FiscalYear;
import io.sectorwatch.ingest.period.PeriodForm;
import io.sectorwatch.ingest.period.PeriodReader;
import io.sectorwatch.ingest.period.ShortYears;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a mapping has to say of periods that do not say enough themselves, as far as all of them together show it. */
final class PeriodProposal {
    private static final int FEWEST_DAYS = 3;
    /** No statistic is about so far a year, and a month read as a day of a spreadsheet often is. */
    private static final int LAST_YEAR = 2200;

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int MONTHS_OF_A_YEAR = 12;

    /** The first that reads all periods is proposed. */
    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate("{form: excel}", "days as a spreadsheet counts them", form("excel", null), null),
            new Candidate(
                    "{fiscal: start}",
                    "or fiscal: end; it is not said which of the two years counts",
                    new PeriodReader(FiscalYear.START, null),
                    null),
            new Candidate("{frequency: Q}", "the numbers beside the years go to 4", PeriodReader.USUAL, Frequency.Q),
            new Candidate("{frequency: M}", "the numbers beside the years go to 12", PeriodReader.USUAL, Frequency.M),
            new Candidate(
                    "{frequency: W}", "the numbers beside the years go beyond 12", PeriodReader.USUAL, Frequency.W),
            new Candidate("{form: dd/MM/yyyy}", "the first number goes beyond 12", form("dd/MM/yyyy", null), null),
            new Candidate("{form: MM/dd/yyyy}", "the second number goes beyond 12", form("MM/dd/yyyy", null), null));

    private record Candidate(
            String yaml,
            String why,
            PeriodReader reader,
            @Nullable Frequency frequency) {
        boolean reads(String text) {
            try {
                Period period = frequency == null ? reader.read(text) : reader.within(text, frequency);
                return period.start().getYear() < LAST_YEAR;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    /** A line of YAML with its reason; empty where nothing needs to be said, or nothing shows what. */
    static Optional<String> of(List<String> periods, boolean isUnderstood) {
        if (periods.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> ofDays = ofDays(periods);
        if (ofDays.isPresent() || isUnderstood || areDays(periods)) {
            return ofDays;
        }
        List<Candidate> fitting = Stream.concat(CANDIDATES.stream(), ofShortYears(periods.get(0)))
                .filter(candidate -> periods.stream().allMatch(candidate::reads))
                .toList();
        boolean isDayAndMonth = fitting.stream()
                        .filter(candidate -> candidate.yaml().contains("dd"))
                        .count()
                > 1;
        return isDayAndMonth ? Optional.empty() : fitting.stream().findFirst().map(PeriodProposal::line);
    }

    private static Stream<Candidate> ofShortYears(String first) {
        return ShortYears.form(first).stream()
                .map(form -> new Candidate(
                        ShortYears.saying(form),
                        "the century is not said: since is the first year it can be",
                        form(form, ShortYears.USUAL_FIRST),
                        null));
    }

    private static String line(Candidate candidate) {
        return "period: " + candidate.yaml() + "   # " + candidate.why();
    }

    private static boolean areDays(List<String> periods) {
        return periods.stream().allMatch(text -> {
            try {
                return PeriodReader.USUAL.read(text).frequency() == Frequency.D;
            } catch (IllegalArgumentException e) {
                return false;
            }
        });
    }

    /** Days that all begin a month, quarter or year, or are as many weeks apart, stand for these. */
    private static Optional<String> ofDays(List<String> periods) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (String text : periods) {
            try {
                Period period = PeriodReader.USUAL.read(text);
                if (period.frequency() != Frequency.D) {
                    return Optional.empty();
                }
                days.add(period.start());
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        if (days.size() < FEWEST_DAYS) {
            return Optional.empty();
        }
        return days.stream().allMatch(day -> day.getDayOfMonth() == 1) ? ofFirstDays(days) : ofWeeks(days);
    }

    private static Optional<String> ofFirstDays(NavigableSet<LocalDate> days) {
        int gap = MONTHS_OF_A_YEAR;
        LocalDate before = days.first();
        for (LocalDate day : days) {
            int months = (day.getYear() - before.getYear()) * MONTHS_OF_A_YEAR
                    + day.getMonthValue()
                    - before.getMonthValue();
            gap = commonDivisor(gap, months);
            before = day;
        }
        boolean isAtStart = (days.first().getMonthValue() - 1) % gap == 0;
        return switch (isAtStart ? gap : 1) {
            case 12 -> Optional.of("period: {frequency: A}   # all are first days of years");
            case 6 -> Optional.of("period: {frequency: S}   # all are first days of half-years");
            case 3 -> Optional.of("period: {frequency: Q}   # all are first days of quarters");
            default -> Optional.of("period: {frequency: M}   # all are first days of months");
        };
    }

    private static Optional<String> ofWeeks(NavigableSet<LocalDate> days) {
        LocalDate first = days.first();
        boolean areWeeks = days.stream().allMatch(day -> (day.toEpochDay() - first.toEpochDay()) % DAYS_OF_A_WEEK == 0);
        return areWeeks
                ? Optional.of("period: {frequency: W}   # all are the same day of a week; the week it lies in counts")
                : Optional.empty();
    }

    private static int commonDivisor(int a, int b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    private static PeriodReader form(String pattern, @Nullable Integer since) {
        return new PeriodReader(null, PeriodForm.of(pattern, since));
    }

    private PeriodProposal() {}
}
