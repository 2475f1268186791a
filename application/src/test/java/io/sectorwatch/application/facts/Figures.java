package io.sectorwatch.application.facts;

import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Facts for tests. */
final class Figures {
    static final Instant MARCH = Instant.parse("2024-03-13T00:00:00Z");

    static Message figure(String area, String period) {
        return new Observation(
                new SeriesKey("rd-intensity", area, "economy", Frequency.A),
                Period.parse(period),
                BigDecimal.ONE,
                null,
                null,
                Observation.NORMAL,
                MARCH,
                new Source("oecd", null, null),
                null);
    }

    static Message policy(String... sectors) {
        return new PolicyEvent(
                "commission",
                "A commission",
                "CHN",
                List.of(sectors),
                "institution",
                List.of(),
                List.of(),
                "support",
                Period.parse("2023-12"),
                MARCH,
                new Source("brief", null, null));
    }

    private Figures() {}
}
