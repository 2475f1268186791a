package io.sectorwatch.deliver.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.deliver.AlertTopics;
import io.sectorwatch.deliver.Examples;
import io.sectorwatch.deliver.config.Targets;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.message.Transition.Type;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetStandingIT {
    private static final Targets CHAT =
            Examples.targets("targets:\n  - name: chat\n    webhook: {url: 'http://127.0.0.1:1/hook'}\n");

    @Test
    void isBehindByTheTransitionsThatWereDecidedNotByWhatKafkaWritesAmongThem(@TempDir Path directory)
            throws Exception {
        try (AlertTopics broker = new AlertTopics(directory)) {
            Topics topics = broker.create("standing.");
            broker.tell(topics, Examples.transition("told", Type.RAISED, Severity.WARNING));
            SkippedAlerts.skip(broker.server(), topics, CHAT);
            try (KafkaProducer<byte[], byte[]> processor = processor(broker)) {
                for (String alert : new String[] {"a", "b", "c"}) {
                    processor.beginTransaction();
                    send(processor, topics, alert);
                    processor.commitTransaction();
                }
                processor.beginTransaction();
                send(processor, topics, "dropped");
                processor.abortTransaction();
                processor.beginTransaction();
                send(processor, topics, "open");

                assertThat(TargetStanding.all(broker.server(), topics, CHAT))
                        .singleElement()
                        .satisfies(standing -> {
                            assertThat(standing.behind()).isEqualTo(3);
                            assertThat(standing.isCounted()).isTrue();
                        });
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> processor(AlertTopics broker) {
        Map<String, Object> config = new HashMap<>(broker.server().clientConfig());
        config.put("transactional.id", "processor");
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private static void send(KafkaProducer<byte[], byte[]> processor, Topics topics, String alert) throws Exception {
        Transition transition = Examples.transition(alert, Type.RAISED, Severity.WARNING);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topics.alerts(),
                null,
                transition.decidedAt().toEpochMilli(),
                transition.key().getBytes(UTF_8),
                Envelope.of(transition).value());
        processor.send(record).get();
    }
}
