package io.sectorwatch.deliver;

import io.sectorwatch.deliver.config.TargetFile;
import io.sectorwatch.deliver.config.Targets;
import io.sectorwatch.deliver.field.SecretSource;
import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Limit;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Transitions and files for tests. */
public final class Examples {
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** A transition of an alert of China's R&D intensity. */
    public static Transition transition(String alert, Transition.Type type, Severity severity) {
        return transition(alert, "CHN", type, severity);
    }

    /** A transition of an alert of an area's R&D intensity. */
    public static Transition ofArea(String area, Transition.Type type) {
        return transition("alert-of-" + area, area, type, Severity.WARNING);
    }

    private static Transition transition(String alert, String area, Transition.Type type, Severity severity) {
        return new Transition(
                alert,
                type,
                type == Transition.Type.RETRACTED ? Transition.Reason.REVISION : Transition.Reason.NEW_PERIOD,
                "rd-intensity-at-least-2.6",
                "6f1ed002ab5595859014ebf0951522d9",
                severity,
                new TreeMap<>(Map.of("team", "science", "on-call", "yes")),
                SeriesKey.parse("rd-intensity/" + area + "/economy/A"),
                Period.parse("2023"),
                Period.parse("2023"),
                Transition.Certainty.CERTAIN,
                new Transition.Measure("value", new BigDecimal("2.65"), null),
                new Limit(Limit.Side.AT_LEAST, new BigDecimal("2.6"), null),
                null,
                null,
                null,
                "China's R&D intensity of 2023 is 2.65 %: at least 2.6 %",
                Instant.parse("2024-10-02T00:00:00Z"),
                List.of("169a446d146570f8c891f4f7b40f9b11"));
    }

    /** A notice of it. */
    public static Notice notice(String alert, Transition.Type type, Severity severity) {
        return notice(transition(alert, type, severity));
    }

    public static Notice notice(Transition transition) {
        Envelope envelope = Envelope.of(transition);
        return Notice.of(
                envelope.headers(), envelope.value(), any -> "R&D intensity <of China> at 2.6 % or more", any -> true);
    }

    /** The targets of a file with two secrets in its environment. */
    public static Targets targets(String yaml) {
        try {
            return read(yaml);
        } catch (UnusableFileException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    public static Targets read(String yaml) throws UnusableFileException {
        return TargetFile.read(
                "deliver.yaml",
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)),
                new SecretSource(Map.of("CHAT_SECRET", SECRET, "TOKEN", "hush-hush"), Path.of("")));
    }

    private Examples() {}
}
