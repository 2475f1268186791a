package io.sectorwatch.launcher.table;

import io.sectorwatch.application.advice.TypedCommand;
import io.sectorwatch.ingest.plausibility.Doubt;
import io.sectorwatch.ingest.plausibility.Implausible;
import io.sectorwatch.ingest.plausibility.Plausibility;
import io.sectorwatch.ingest.plausibility.Warned;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Observation;
import java.util.ArrayList;
import java.util.List;

/** What a person is told of what may be a mistake, with what to do then. */
public final class WarningWords {
    /**
     * Lines: of each kind the first few, and how many more; then how many of all kinds. None where nothing
     * was warned of.
     *
     * @param published whether it was published, and so would have to be taken back
     */
    public static List<String> of(Warned warned, boolean published) {
        List<String> lines = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (Doubt doubt : Doubt.values()) {
            long count = warned.of(doubt);
            if (count > 0) {
                List<Implausible> first = warned.first(doubt);
                first.forEach(one -> add(one, published, lines));
                if (count > first.size()) {
                    long more = count - first.size();
                    lines.add(" and " + more + " more " + name(doubt, more) + ".");
                }
                kinds.add(count + " " + name(doubt, count));
            }
        }
        if (!kinds.isEmpty()) {
            lines.add("Warnings: " + String.join("; ", kinds) + ".");
        }
        return lines;
    }

    private static void add(Implausible one, boolean published, List<String> lines) {
        String place = one.line() > 0 ? one.file() + ':' + one.line() : one.file();
        lines.add(place + ": warning: " + words(one));
        if (published || one.doubt() == Doubt.NO_TOPIC) {
            lines.add("  " + remedy(one));
        }
    }

    private static String words(Implausible one) {
        return switch (one.doubt()) {
            case NEW_INDICATOR -> "indicator '" + one.code() + "' was never seen here" + one.near();
            case NEW_AREA -> "area '" + one.code() + "' was never seen here" + one.near();
            case NEW_SECTOR -> "sector '" + one.code() + "' was never seen here" + one.near();
            case NO_TOPIC ->
                "sector '" + one.code()
                        + "' has no topic for its alerts, as other sectors have. Unless nobody wants one:";
            case OTHER_UNIT ->
                one.fact().subject() + ": " + figure(one.fact()) + " is in another unit than " + beside(one)
                        + ". Does the mapping say the right unit?";
            case TOO_EARLY ->
                one.fact().subject() + ": " + figure(one.fact()) + " was published at "
                        + one.fact().time()
                        + ", before its period began, and is not marked as a forecast (status F)";
            case LEAP ->
                one.fact().subject() + ": " + figure(one.fact())
                        + (isLarger(one) ? " is at least ten times " : " is at most a tenth of ")
                        + beside(one);
            case OTHER_SOURCE ->
                one.fact().subject() + ": " + figure(one.fact()) + " of " + source(one.fact()) + " stands beside "
                        + figure(besides(one)) + " of " + source(besides(one))
                        + (isMovedPoint(one)
                                ? ", the same with the decimal point elsewhere. Is it in another unit?"
                                : ". Do both mean the same, and in the same unit?");
        };
    }

    private static Observation besides(Implausible one) {
        Observation other = one.other();
        if (other == null) {
            throw new IllegalArgumentException("beside nothing: " + one);
        }
        return other;
    }

    private static String source(Object fact) {
        return ((Observation) fact).source().id();
    }

    private static boolean isMovedPoint(Implausible one) {
        Observation other = besides(one);
        return one.fact() instanceof Observation figure
                && figure.value() != null
                && other.value() != null
                && Plausibility.isMovedPoint(figure.value(), other.value());
    }

    private static String beside(Implausible one) {
        Observation other = besides(one);
        return figure(other) + " of " + other.period() + " (published " + other.published() + ")";
    }

    private static boolean isLarger(Implausible one) {
        Observation other = one.other();
        return one.fact() instanceof Observation figure
                && other != null
                && figure.value() != null
                && other.value() != null
                && figure.value().abs().compareTo(other.value().abs()) > 0;
    }

    private static String figure(Object fact) {
        Observation figure = (Observation) fact;
        return FactText.value(figure) + (figure.unit() == null ? "" : " " + figure.unit());
    }

    private static String remedy(Implausible one) {
        return TypedCommand.of(
                switch (one.doubt()) {
                    case NEW_INDICATOR -> "facts list --indicator " + one.code();
                    case NEW_AREA -> "facts list --area " + one.code();
                    case NEW_SECTOR -> "facts list --sector " + one.code();
                    case NO_TOPIC -> "topics --sectors " + one.code();
                    case OTHER_UNIT, TOO_EARLY, LEAP, OTHER_SOURCE ->
                        "facts void " + FactText.shortId(FactId.of(one.fact())) + " --because TEXT";
                });
    }

    private static String name(Doubt doubt, long count) {
        boolean isOne = count == 1;
        return switch (doubt) {
            case NEW_INDICATOR -> (isOne ? "indicator" : "indicators") + " never seen";
            case NEW_AREA -> (isOne ? "area" : "areas") + " never seen";
            case NEW_SECTOR -> (isOne ? "sector" : "sectors") + " never seen";
            case NO_TOPIC -> (isOne ? "sector" : "sectors") + " without a topic";
            case OTHER_UNIT -> "series in another unit";
            case TOO_EARLY -> "published before the period began";
            case LEAP -> (isOne ? "leap" : "leaps") + " of ten times or a tenth";
            case OTHER_SOURCE -> "far from another source";
        };
    }

    private WarningWords() {}
}
