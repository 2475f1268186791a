package io.sectorwatch.launcher.table;

import io.sectorwatch.ingest.plausibility.Doubt;
import io.sectorwatch.ingest.plausibility.Implausible;
import io.sectorwatch.ingest.plausibility.Warned;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Observation;
import java.util.ArrayList;
import java.util.List;

/** What a person is told of what may be a mistake, with what to do then. */
public final class WarningWords {
    private static final Screen LINE = new Screen(80, false);

    /**
     * Lines within 80 columns: of each kind the first few, and how many more; then how many of all kinds. None where nothing
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
                    lines.add(" and " + (count - first.size()) + " more: " + name(doubt) + ".");
                }
                kinds.add(count + " " + name(doubt));
            }
        }
        if (!kinds.isEmpty()) {
            lines.add(LINE.wrapped("Warnings: ", String.join("; ", kinds) + ".", "  "));
        }
        return lines;
    }

    private static void add(Implausible one, boolean published, List<String> lines) {
        String place = one.line() > 0 ? one.file() + ':' + one.line() : one.file();
        lines.add(LINE.wrapped(place + ": ", "warning: " + words(one), "  "));
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
                one.fact().subject() + ": " + figure(one.fact()) + " differs from " + beside(one)
                        + " by a factor of ten or more";
        };
    }

    private static String beside(Implausible one) {
        Observation other = one.other();
        if (other == null) {
            throw new IllegalArgumentException("beside nothing: " + one);
        }
        return figure(other) + " of " + other.period() + ", published " + other.published();
    }

    private static String figure(Object fact) {
        Observation figure = (Observation) fact;
        return FactText.value(figure) + (figure.unit() == null ? "" : " " + figure.unit());
    }

    private static String remedy(Implausible one) {
        return "./sectorwatch "
                + switch (one.doubt()) {
                    case NEW_INDICATOR -> "facts list --indicator " + one.code();
                    case NEW_AREA -> "facts list --area " + one.code();
                    case NEW_SECTOR -> "facts list --sector " + one.code();
                    case NO_TOPIC -> "topics --sectors " + one.code();
                    case OTHER_UNIT, TOO_EARLY, LEAP ->
                        "facts void " + FactText.shortId(FactId.of(one.fact())) + " --because TEXT";
                };
    }

    private static String name(Doubt doubt) {
        return switch (doubt) {
            case NEW_INDICATOR -> "indicators never seen";
            case NEW_AREA -> "areas never seen";
            case NEW_SECTOR -> "sectors never seen";
            case NO_TOPIC -> "sectors without a topic";
            case OTHER_UNIT -> "series in another unit";
            case TOO_EARLY -> "published before the period began";
            case LEAP -> "by a factor of ten or more";
        };
    }

    private WarningWords() {}
}
