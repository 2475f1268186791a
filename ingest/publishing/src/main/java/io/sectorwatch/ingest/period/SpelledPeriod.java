package io.sectorwatch.ingest.period;

import io.sectorwatch.ingest.period.PeriodWords.Unit;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Periods with letters in them, whatever their order and what stands between: {@code 2000 Q1}, {@code 1. Quartal 2024}. */
final class SpelledPeriod {
    private static final Pattern TOKEN = Pattern.compile("\\d+|[a-z]+");
    private static final Pattern BETWEEN = Pattern.compile("[ ./,_:'\\u2019\\u00ba\\u00aa\\u00a0-]*");
    private static final Pattern ROMAN = Pattern.compile("([qt])(i{1,3}|iv)");
    private static final int YEAR_DIGITS = 4;
    private static final int MOST = 8;

    private final String text;
    private final List<String> years = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<Integer> months = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    /** One letter for each token, in their order. */
    private final StringBuilder shape = new StringBuilder();

    private SpelledPeriod(String text) {
        this.text = text;
    }

    /** What a text says; null where it is none of these. Throws IllegalArgumentException where it says too little. */
    static @Nullable WrittenPeriod of(String text) {
        List<String> tokens = tokens(PeriodWords.bare(text));
        SpelledPeriod spelled = new SpelledPeriod(text);
        return tokens.isEmpty() || !spelled.understands(tokens) ? null : spelled.written();
    }

    private static List<String> tokens(String bare) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(bare);
        int done = 0;
        while (matcher.find()) {
            if (!BETWEEN.matcher(bare.substring(done, matcher.start())).matches() || tokens.size() == MOST) {
                return List.of();
            }
            boolean isJoined = matcher.start() == done;
            done = matcher.end();
            String token = matcher.group();
            Matcher roman = ROMAN.matcher(token);
            if (roman.matches()) {
                tokens.add(roman.group(1));
                tokens.add(String.valueOf(PeriodWords.digit(roman.group(2))));
            } else if (!PeriodWords.isFiller(token) && !(isJoined && endsOrdinal(tokens, token))) {
                tokens.add(token);
            }
        }
        return BETWEEN.matcher(bare.substring(done)).matches() ? tokens : List.of();
    }

    private static boolean endsOrdinal(List<String> before, String token) {
        String last = before.isEmpty() ? "" : before.get(before.size() - 1);
        return !last.isEmpty()
                && last.length() < YEAR_DIGITS
                && Character.isDigit(last.charAt(0))
                && PeriodWords.isOrdinalEnding(token);
    }

    private boolean understands(List<String> tokens) {
        for (String token : tokens) {
            Unit unit = PeriodWords.unit(token);
            Integer month = PeriodWords.month(token);
            String digit = PeriodWords.digit(token);
            if (Character.isDigit(token.charAt(0)) && token.length() <= YEAR_DIGITS) {
                boolean isYear = token.length() == YEAR_DIGITS;
                (isYear ? years : numbers).add(token);
                shape.append(isYear ? 'y' : 'n');
            } else if (unit != null) {
                units.add(unit);
                shape.append('u');
            } else if (month != null) {
                months.add(month);
                shape.append('m');
            } else if (digit != null) {
                numbers.add(digit);
                shape.append('n');
            } else {
                return false;
            }
        }
        return true;
    }

    private @Nullable WrittenPeriod written() {
        return switch (shape.toString()) {
            case "ym", "my" -> period(years.get(0) + '-' + padded(months.get(0)));
            case "nmy", "mny", "ymn" -> day(months.get(0), numbers.get(0));
            case "yun", "uny", "nuy", "ynu" -> part(units.get(0), years.get(0), numbers.get(0));
            case "yunun" ->
                units.equals(List.of(Unit.MONTH, Unit.DAY))
                        ? day(Integer.parseInt(numbers.get(0)), numbers.get(1))
                        : null;
            case "mn", "nm" -> throw shortYear("a year of two digits, or none", "MMM-yy");
            case "unn", "nun" -> throw shortYear("a year of two digits", "'Q'Q-yy");
            default -> null;
        };
    }

    private IllegalArgumentException shortYear(String what, String otherwise) {
        return new IllegalArgumentException("'" + text + "' has " + what + ": a mapping says which with a form and the"
                + " first year it can be, as in period: "
                + ShortYears.saying(ShortYears.form(text).orElse(otherwise)));
    }

    private WrittenPeriod part(Unit unit, String year, String number) {
        return switch (unit) {
            case YEAR -> {
                if (Integer.parseInt(number) > 1) {
                    throw new IllegalArgumentException("'" + text + "' is no year");
                }
                yield period(year);
            }
            case HALF -> period(year + "-S" + trimmed(number));
            case QUARTER -> period(year + "-Q" + trimmed(number));
            case MONTH -> period(year + '-' + padded(Integer.parseInt(number)));
            case WEEK -> period(year + "-W" + padded(Integer.parseInt(number)));
            case DAY -> dayOfYear(year, number);
            case T -> counted(year, number, Counted.Mark.T);
            case KW -> counted(year, number, Counted.Mark.KW);
        };
    }

    private static WrittenPeriod counted(String year, String number, Counted.Mark mark) {
        return new WrittenPeriod(null, new Counted(Integer.parseInt(year), number, mark), null);
    }

    private WrittenPeriod day(int month, String day) {
        if (day.length() > 2) {
            throw new IllegalArgumentException("'" + text + "' is not a period: there is no such day");
        }
        return period(years.get(0) + '-' + padded(month) + '-' + padded(Integer.parseInt(day)));
    }

    private WrittenPeriod dayOfYear(String year, String number) {
        try {
            Period first = Period.parse(year + "-01-01");
            LocalDate day = LocalDate.ofYearDay(first.start().getYear(), Integer.parseInt(number));
            return WrittenPeriod.of(Period.containing(day, Frequency.D));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is not a period: there is no such day", e);
        }
    }

    private static WrittenPeriod period(String ours) {
        return WrittenPeriod.of(Period.parse(ours));
    }

    private static String trimmed(String number) {
        return number.length() == 2 && number.charAt(0) == '0' ? number.substring(1) : number;
    }

    private static String padded(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
