package io.sectorwatch.ingest.publish;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PublisherTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Test
    void saysInOneLineThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertDoesNotAnswer("127.0.0.1:" + port);
    }

    @Test
    void saysInOneLineThatWhatListensSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertDoesNotAnswer("127.0.0.1:" + silent.getLocalPort());
        }
    }

    @Test
    void saysInOneLineThatAnAddressIsNone() {
        assertThatExceptionOfType(PublishException.class)
                .isThrownBy(() -> connect("nowhere"))
                .withMessageContaining("Kafka at nowhere cannot be used")
                .withMessageNotContaining("\n");
    }

    private static void assertDoesNotAnswer(String server) {
        assertThatExceptionOfType(PublishException.class)
                .isThrownBy(() -> connect(server))
                .withMessageContaining("Kafka at " + server + " does not answer")
                .withMessageNotContaining("\n");
    }

    private static void connect(String server) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                server,
                "request.timeout.ms",
                (int) PATIENCE.toMillis(),
                "default.api.timeout.ms",
                (int) PATIENCE.toMillis());
        new Publisher(config, new Topics("test."), "test").close();
    }
}
