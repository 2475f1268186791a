package io.sectorwatch.ingest.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Periods with a year of two digits, {@code Jan-20} or {@code 1Q20}: which century they mean only a person can say. */
public final class ShortYears {
    /** A first year that nearly all series of today can have. */
    public static final int USUAL_FIRST = 1950;

    private static final Pattern PART = Pattern.compile("\\p{L}+|\\d+|'|[^\\p{L}\\d']+");

    /** The form of a text with one such year, as a mapping says it; empty where it is none, or cannot be said. */
    public static Optional<String> form(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text.strip());
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        List<String> numbers =
                parts.stream().filter(part -> Character.isDigit(part.charAt(0))).toList();
        if (numbers.isEmpty() || numbers.size() > 2) {
            return Optional.empty();
        }
        boolean isYearFirst = numbers.size() == 1
                || numbers.get(0).length() == 2 && numbers.get(1).length() == 1;
        int year = isYearFirst ? 0 : 1;
        if (numbers.get(year).length() != 2) {
            return Optional.empty();
        }
        StringBuilder form = new StringBuilder();
        PeriodWords.@Nullable Unit unit = unit(parts);
        int seen = 0;
        for (String part : parts) {
            if (Character.isDigit(part.charAt(0))) {
                form.append(seen++ == year ? "yy" : counted(unit, part));
            } else if (Character.isLetter(part.charAt(0))) {
                form.append(PeriodWords.month(PeriodWords.bare(part)) == null ? '\'' + part + '\'' : "MMM");
            } else {
                form.append(part.equals("'") ? "''" : part);
            }
        }
        return reads(form.toString(), text) ? Optional.of(form.toString()) : Optional.empty();
    }

    /** What a mapping says of periods so written, as an object of YAML. */
    public static String saying(String form) {
        String quoted = form.contains("'") || form.contains(",") ? '"' + form + '"' : form;
        return "{form: " + quoted + ", since: " + USUAL_FIRST + '}';
    }

    private static PeriodWords.@Nullable Unit unit(List<String> parts) {
        for (String part : parts) {
            PeriodWords.@Nullable Unit unit = PeriodWords.unit(PeriodWords.bare(part));
            if (unit != null) {
                return unit;
            }
        }
        return null;
    }

    private static String counted(PeriodWords.@Nullable Unit unit, String number) {
        if (unit == null) {
            return number;
        }
        String field = switch (unit) {
            case HALF -> "S";
            case QUARTER -> "Q";
            case MONTH -> "M";
            case WEEK -> "w";
            default -> number;
        };
        return field.equals("S") ? field : field.repeat(number.length());
    }

    private static boolean reads(String form, String text) {
        try {
            PeriodForm.of(form, USUAL_FIRST).read(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private ShortYears() {}
}
