package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.launcher.Cli.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was committed can be read after the broker was killed in the middle of a transaction. */
class KilledBrokerIT {
    private static final String TOPIC = "sectorwatch.alerts";

    @TempDir
    private Path directory = Path.of("");

    // Whether a reader is held up for ever was a matter of chance, with a chance of one in two.
    @RepeatedTest(3)
    @Timeout(90)
    void aTransactionItHadNoTimeToEndHoldsNobodyUp() throws ExecutionException, InterruptedException {
        Cli cli = new Cli(directory);
        RunningBroker killed = new RunningBroker(cli, directory.resolve("data"));
        Result topics = cli.run("topics", "--bootstrap-server", killed.address());
        assertThat(topics.status()).as(topics.err()).isZero();
        try (KafkaProducer<String, String> producer =
                producer(killed.address(), Map.of("transactional.id", "never-ended", "transaction.timeout.ms", 1000))) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, "open", "")).get();
            killed.kill();
            producer.close(Duration.ZERO);
        }

        try (RunningBroker again = new RunningBroker(cli, directory.resolve("data"))) {
            try (KafkaProducer<String, String> producer = producer(again.address(), Map.of())) {
                producer.send(new ProducerRecord<>(TOPIC, "later", "")).get();
            }

            assertThat(Topic.records(again.address(), TOPIC))
                    .singleElement()
                    .satisfies(record -> assertThat(record.key()).isEqualTo("later"));
        }
    }

    private static KafkaProducer<String, String> producer(String server, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", server);
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }
}
