package io.sectorwatch.application.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.broker.FreePort;
import io.sectorwatch.application.ingest.PublicationProgress;
import io.sectorwatch.application.ingest.Rejected;
import io.sectorwatch.application.ingest.RejectionReport;
import io.sectorwatch.application.ingest.WebAccess;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.plausibility.Doubt;
import io.sectorwatch.ingest.plausibility.Warned;
import io.sectorwatch.ingest.vintage.Change;
import io.sectorwatch.ingest.web.Backoff;
import io.sectorwatch.ingest.web.WebListener;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rounds of a watch that publish to a broker and tell a listener. */
@Timeout(120)
class RoundIT {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Topics TOPICS = new Topics("test.");
    private static final String FACT =
            "{\"indicator\":\"rd-intensity\",\"area\":\"FRA\",\"period\":\"2021\",\"value\":2.2,"
                    + "\"published\":\"2023-01-01T00:00:00Z\",\"source\":{\"id\":\"example\"}}\n";

    @TempDir
    private Path directory = Path.of("");

    private final Heard heard = new Heard();

    @Test
    void aRoundPublishesWhatIsNewsAndTellsTheRest() throws Exception {
        Path file = Files.writeString(directory.resolve("facts.jsonl"), FACT + "{\n");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
        try (EmbeddedBroker broker =
                        EmbeddedBroker.start(FreePort.find(), Files.createDirectory(directory.resolve("broker")));
                Office office = new Office(Office.edition("2024-03-28", "2.55", "2.64"));
                RejectionReport report = new RejectionReport(null)) {
            Server server = Server.at(broker.bootstrapServer(), Map.of());
            new TopicLayout(TOPICS, 1, List.of()).require(server);
            Round round = round(server, report, office.address(Office.PATH), office.address("/gone"), file.toString());

            RoundTally first = round.go(NOW);

            assertThat(first.of(Change.NEW)).isEqualTo(3);
            assertThat(first.read()).isEqualTo(2);
            assertThat(first.failed()).isEqualTo(1);
            assertThat(heard.unavailable).singleElement().asString().contains("/gone: answered with status 404");
            assertThat(heard.rows).isEqualTo(1);
            assertThat(heard.published).isEqualTo(3);

            office.shut();
            office.open(Office.edition("2025-01-23", "2.55", "2.58"));
            RoundTally second = round.go(NOW.plusSeconds(3600));

            assertThat(second.of(Change.REVISED)).isEqualTo(1);
            assertThat(second.published()).isEqualTo(1);
            assertThat(second.unchanged()).as("the file").isEqualTo(1);
            assertThat(heard.rows).as("it is not told again").isEqualTo(1);
            assertThat(heard.leaps).isZero();

            office.shut();
            office.open(Office.edition("2025-06-01", "2.55", "25.8"));
            round.go(NOW.plusSeconds(7200));

            assertThat(heard.leaps).isEqualTo(1);
        }
    }

    private Round round(Server server, RejectionReport report, String... sources) {
        Watched watched =
                Watched.named(List.of(sources), new SourceReader.Options(null, null, null, null), "as they are");
        Backoff once = new Backoff(1, Duration.ZERO);
        return new Round(
                server,
                TOPICS,
                watched,
                new MemoryFiles(directory.resolve("state")),
                WebAccess.asking(null, once, WebListener.NONE),
                report,
                heard);
    }

    private static final class Heard implements WatchListener {
        private final List<String> unavailable = new ArrayList<>();
        private long rows;
        private long published;
        private long leaps;

        @Override
        public void gone(Instant begun, RoundTally tally) {}

        @Override
        public void failed(Instant begun, String reason, Duration pause) {}

        @Override
        public void unavailable(String source, String reason) {
            unavailable.add(source + ": " + reason);
        }

        @Override
        public void noted(String words) {}

        @Override
        public void rejected(Rejected rejected) {
            rows += rejected.rows();
        }

        @Override
        public void warned(Warned warned) {
            leaps += warned.of(Doubt.LEAP);
        }

        @Override
        public void forgets(String reason) {}

        @Override
        public PublicationProgress publishes(long facts) {
            published += facts;
            return WatchListener.super.publishes(facts);
        }
    }
}
