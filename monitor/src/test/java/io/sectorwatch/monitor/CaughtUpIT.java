package io.sectorwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.broker.FreePort;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A monitor says that it is ready when it has read all there is, and not before. */
@Timeout(300)
class CaughtUpIT {
    private static final int FACTS = 20_000;

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @EnumSource
    void nothingIsMissingOnceItIsReady(Databases kind) throws Exception {
        int port = FreePort.find();
        Server server = Server.at("127.0.0.1:" + port, Map.of());
        EmbeddedBroker broker = EmbeddedBroker.start(port, Files.createDirectories(directory.resolve("broker")));
        try {
            new TopicLayout(DemoTopics.TOPICS, 8, Topics.DEFAULT_SECTORS).require(server);
            ManyFacts.publish(server, FACTS, Instant.parse("2024-05-01T00:00:00Z"));
            for (int start = 0; start < 2; start++) {
                String database = kind.fresh(directory);
                RunningMonitor monitor = new RunningMonitor(server, database);
                long facts = Tables.facts(database);
                monitor.close();
                assertThat(facts).isEqualTo(FACTS);
            }
        } finally {
            broker.close();
        }
    }
}
