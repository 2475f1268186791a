package io.sectorwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.broker.FreePort;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.monitor.database.DatabaseException;
import io.sectorwatch.monitor.web.WebSettings;
import io.sectorwatch.schemas.topic.Topics;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is away is told within seconds, and what comes back is gone on with; what cannot be used is told in a line. */
@Timeout(240)
class AwayIT {
    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    @TempDir
    private Path directory = Path.of("");

    private final int port = FreePort.find();
    private final Server server = Server.at("127.0.0.1:" + port, Map.of());
    private EmbeddedBroker broker;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(directory.resolve("broker"));
        broker = EmbeddedBroker.start(port, directory.resolve("broker"));
        new TopicLayout(DemoTopics.TOPICS, 1, Topics.DEFAULT_SECTORS).require(server);
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void aBrokerThatGoesAndComesBack() throws Exception {
        String database = Databases.SQLITE.fresh(directory);
        try (RunningMonitor monitor = new RunningMonitor(server, database)) {
            Client client = monitor.client();
            broker.close();
            await().atMost(SECONDS)
                    .until(() -> client.get("/health/ready").body().startsWith("not ready: "));
            JsonNode status = client.json("/api/v1/status");
            assertThat(status.at("/monitor/failingSince").textValue()).startsWith("20");
            assertThat(client.get("/metrics").body()).contains("\nsectorwatch_monitor_failing 1.0");
            assertThat(client.get("/health/live").statusCode()).isEqualTo(200);
            await().atMost(RECOVERY)
                    .until(() -> client.json("/api/v1/status")
                            .at("/processor/failure")
                            .isTextual());

            broker = EmbeddedBroker.start(port, directory.resolve("broker"));
            ManyFacts.publish(server, 1, Instant.parse("2024-05-01T00:00:00Z"));
            await().atMost(RECOVERY)
                    .until(() -> client.get("/health/ready").statusCode() == 200 && Tables.facts(database) == 1);
            await().atMost(RECOVERY)
                    .until(() -> client.json("/api/v1/status")
                            .at("/processor/failure")
                            .isMissingNode());
        }
    }

    @Test
    void aDatabaseThatGoesAndComesBack() throws Exception {
        String database = Databases.POSTGRESQL.fresh(directory);
        URI its = URI.create(database.replaceFirst("^jdbc:", ""));
        try (Relay relay = new Relay(its.getHost(), its.getPort() < 0 ? 5432 : its.getPort());
                RunningMonitor monitor =
                        new RunningMonitor(server, database.replace(its.getAuthority(), "127.0.0.1:" + relay.port()))) {
            Client client = monitor.client();
            relay.goAway();
            await().atMost(SECONDS)
                    .until(() -> client.get("/health/ready").body().startsWith("not ready: "));
            assertThat(client.get("/api/v1/rules").statusCode()).isEqualTo(503);

            relay.comeBack();
            ManyFacts.publish(server, 1, Instant.parse("2024-05-01T00:00:00Z"));
            await().atMost(RECOVERY)
                    .until(() -> client.get("/health/ready").statusCode() == 200 && Tables.facts(database) == 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfANewerVersion(Databases kind) throws Exception {
        String database = kind.fresh(directory);
        new RunningMonitor(server, database).close();
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO schema_version VALUES (99)");
        }
        assertThatThrownBy(() -> start(database))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("has tables of version 99")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseOfOtherTopics(Databases kind) throws Exception {
        String database = kind.fresh(directory);
        new RunningMonitor(server, database).close();
        broker.close();
        Files.createDirectories(directory.resolve("other"));
        broker = EmbeddedBroker.start(port, directory.resolve("other"));
        new TopicLayout(DemoTopics.TOPICS, 1, Topics.DEFAULT_SECTORS).require(server);
        try (Monitor monitor = start(database)) {
            assertThatThrownBy(() -> monitor.end().join())
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .hasMessageContaining("is of other topics")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void aDatabaseThatIsAway() {
        assertThatThrownBy(() -> start("jdbc:postgresql://127.0.0.1:" + FreePort.find() + "/monitor?user=monitor"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("cannot be used")
                .hasMessageNotContaining("\n");
    }

    private Monitor start(String database) {
        return Monitor.start(server, DemoTopics.TOPICS, database, false, null, WebSettings.loopback(0), "test");
    }
}
