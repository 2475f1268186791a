package io.sectorwatch.benchmark.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.launcher.command.SectorwatchCommand;
import io.sectorwatch.launcher.command.Shutdown;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On three brokers, a topic that one of them keeps alone is named, and how to mend it. */
@Timeout(300)
class WeakTopicsIT {
    private static final List<String> EXPECTED = List.of(
            "replication factor 1, expected 3 (kafka-reassign-partitions.sh raises it): weak.alerts, ",
            "min.insync.replicas=1, expected 2 (kafka-configs.sh raises it): weak.alerts, ");

    private record Result(int status, String out) {}

    @Test
    void whatOneBrokerKeepsAloneIsNamed(@TempDir Path directory) {
        try (Shutdown shutdown = new Shutdown()) {
            Brokers brokers = new Brokers(shutdown, directory);
            brokers.await(Brokers.NUMBER);
            String server = brokers.server().address();

            Result strong = run("topics", "--bootstrap-server", server, "--prefix", "strong.");
            Result weak = run("topics", "--bootstrap-server", server, "--prefix", "weak.", "--replication-factor", "1");
            Result again = run("topics", "--bootstrap-server", server, "--prefix", "weak.");
            Result status = run("status", "--bootstrap-server", server, "--prefix", "weak.", "--fast");
            Result tooMany =
                    run("topics", "--bootstrap-server", server, "--prefix", "many.", "--replication-factor", "4");

            assertThat(strong.out()).contains("created strong.alerts").doesNotContain("expected");
            assertThat(strong.status()).isZero();
            assertThat(weak.out()).contains("created weak.alerts").doesNotContain("expected");
            assertThat(weak.status()).isZero();
            assertThat(again.out()).contains(EXPECTED);
            assertThat(again.status()).isEqualTo(1);
            assertThat(status.out()).contains(EXPECTED);
            assertThat(status.status()).isEqualTo(1);
            assertThat(tooMany.out()).contains("the topics cannot be created or checked", "only 3 broker");
            assertThat(tooMany.status()).isNotZero();
        }
    }

    private static Result run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        int status = SectorwatchCommand.commandLine(out, out, Map.of(), new Shutdown())
                .execute(arguments);
        return new Result(status, said.toString(UTF_8));
    }
}
