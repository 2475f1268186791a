package io.sectorwatch.monitor.web;

import io.javalin.http.Context;
import io.sectorwatch.monitor.intake.Times;
import io.sectorwatch.monitor.read.PageEnd;
import io.sectorwatch.schemas.series.Codes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The query of a request, of which nothing is taken that was not meant. */
final class Parameters {
    private static final int STANDARD = 50;
    private static final int MOST = 500;

    private final Context context;

    private Parameters(Context context) {
        this.context = context;
    }

    /** Reads a query of these parameters and no others; throws Problem. */
    static Parameters of(Context context, String... known) {
        for (String name : context.queryParamMap().keySet()) {
            if (!Arrays.asList(known).contains(name)) {
                throw Problem.badRequest("there is no parameter '" + name + "' here, but "
                        + String.join(", ", new TreeSet<>(Arrays.asList(known))));
            }
        }
        return new Parameters(context);
    }

    Set<String> areas() {
        return codes("area", Codes::area);
    }

    Set<String> sectors() {
        return codes("sector", Codes::sector);
    }

    Set<String> indicators() {
        return codes("indicator", Codes::indicator);
    }

    /** The values of a parameter, given several times or with commas between them. */
    Set<String> codes(String name, UnaryOperator<String> check) {
        Set<String> codes = new LinkedHashSet<>();
        for (String given : context.queryParams(name)) {
            for (String code : given.split(",", -1)) {
                codes.add(tried(name, () -> check.apply(code.strip())));
            }
        }
        return codes;
    }

    /** One of some words, or the first of them. */
    String oneOf(String name, String... words) {
        String given = context.queryParam(name);
        if (given == null) {
            return words[0];
        }
        if (!Arrays.asList(words).contains(given)) {
            throw Problem.badRequest(name + ": '" + given + "' is none of " + String.join(", ", words));
        }
        return given;
    }

    /** Up to when things count as known, in the form of the tables; a day to its end. */
    @Nullable
    String asOf() {
        return time(
                "as-of",
                day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1));
    }

    /** From when on things are wanted, in the form of the tables; a day from its beginning. */
    @Nullable
    String since() {
        return time("since", day -> day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    int limit() {
        String given = context.queryParam("limit");
        if (given == null) {
            return STANDARD;
        }
        if (!given.matches("[0-9]{1,9}") || Integer.parseInt(given) < 1) {
            throw Problem.badRequest("limit: '" + given + "' is no number of rows");
        }
        return Math.min(MOST, Integer.parseInt(given));
    }

    /** Where the page before ended. */
    @Nullable
    PageEnd cursor(int parts) {
        String given = context.queryParam("cursor");
        return given == null ? null : tried("cursor", () -> PageEnd.parse(given, parts));
    }

    private interface Day {
        Instant moment(LocalDate day);
    }

    private @Nullable String time(String name, Day day) {
        String given = context.queryParam(name);
        if (given == null || given.isEmpty()) {
            return null;
        }
        try {
            return Times.text(
                    given.length() == "2024-02-23".length()
                            ? day.moment(LocalDate.parse(given))
                            : Instant.parse(given));
        } catch (DateTimeException e) {
            throw Problem.badRequest(
                    name + ": '" + given + "' is no day as 2024-02-23 and no time as 2024-02-23T09:00:00Z");
        }
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T tried(String name, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(name + ": " + e.getMessage());
        }
    }
}
