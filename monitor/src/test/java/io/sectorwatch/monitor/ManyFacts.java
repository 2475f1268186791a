package io.sectorwatch.monitor;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.publish.Publisher;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Facts of made-up series, whose next figures are long due. */
final class ManyFacts {
    private static final int YEARS = 100;
    private static final int IN_A_TRANSACTION = 1_000;

    /** Publishes them; what is published again with the same number first is another vintage of the same periods. */
    static void publish(Server server, int number, Instant published) {
        try (Publisher publisher = new Publisher(server.clientConfig(), DemoTopics.TOPICS, "many-facts")) {
            List<Message> facts = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                facts.add(new Observation(
                        new SeriesKey("made-up-" + i / YEARS % 7, "CHN", "s" + i / YEARS, Frequency.A),
                        new Period(Frequency.A, 1900 + i % YEARS),
                        BigDecimal.valueOf(i, 2).stripTrailingZeros(),
                        null,
                        null,
                        Observation.NORMAL,
                        published.plusMillis(i % YEARS),
                        new Source("office", null, null),
                        LocalDate.of(2020, 1, 2)));
                if (facts.size() == IN_A_TRANSACTION || i == number - 1) {
                    publisher.publish(facts, done -> {});
                    facts.clear();
                }
            }
        }
    }

    private ManyFacts() {}
}
