package io.sectorwatch.deliver.delivery;

import io.sectorwatch.deliver.config.ConfiguredTarget;
import io.sectorwatch.deliver.notice.Notice;
import io.sectorwatch.deliver.targets.Reply;
import io.sectorwatch.deliver.targets.Target;
import io.sectorwatch.deliver.targets.TargetKind.AlertPage;
import io.sectorwatch.schemas.event.ContentId;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An alert that says of itself that it is none, for trying a target. */
public final class MarkedAlert {
    private static final String RULE = "sectorwatch-test";

    /** Tells a target of it, whatever its filter says. */
    public static Reply send(ConfiguredTarget target, AlertPage page, Instant now) throws InterruptedException {
        Envelope envelope = Envelope.of(transition(target.name(), now));
        try (Target opened = target.plan().open(page)) {
            return opened.send(List.of(Notice.of(
                    envelope.headers(), envelope.value(), any -> "A test of Sectorwatch, and no alert", any -> true)));
        }
    }

    static Transition transition(String target, Instant now) {
        Period year = Period.parse(Integer.toString(now.atZone(ZoneOffset.UTC).getYear()));
        return new Transition(
                ContentId.of(
                        RULE.getBytes(StandardCharsets.UTF_8), now.toString().getBytes(StandardCharsets.UTF_8)),
                Transition.Type.RAISED,
                Transition.Reason.NEW_PERIOD,
                RULE,
                ContentId.of(RULE.getBytes(StandardCharsets.UTF_8)),
                Severity.INFO,
                new TreeMap<>(Map.of("test", "true")),
                SeriesKey.parse("test/WLD/economy/A"),
                year,
                year,
                Transition.Certainty.CERTAIN,
                new Transition.Measure("value", BigDecimal.ONE, null),
                null,
                null,
                null,
                null,
                "This is a test of the target '" + target + "', and no alert",
                now,
                List.of());
    }

    private MarkedAlert() {}
}
