package io.sectorwatch.launcher.demo;

import io.sectorwatch.launcher.server.Server;
import io.sectorwatch.launcher.server.ServerException;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleFile;
import io.sectorwatch.processor.rule.RuleFileException;
import io.sectorwatch.processor.rule.RulePublisher;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The rules of the demonstration. */
public final class DemoRules {
    private static final List<String> FILES = List.of("/rules/rd-intensity.yaml", "/rules/strategic-sectors.yaml");
    // Before the first fact, so that the whole history is decided under them.
    private static final Instant EFFECTIVE = Instant.parse("2000-01-01T00:00:00Z");

    /** Publishes the rules; those that are there already are the same again. */
    public static void publish(Server server, Topics topics, int partitions) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(server.clientConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> rule : RulePublisher.records(read(), topics, partitions, EFFECTIVE)) {
                sent.add(producer.send(rule));
            }
            producer.flush();
            for (Future<RecordMetadata> record : sent) {
                record.get();
            }
        } catch (ExecutionException e) {
            throw new ServerException("the rules cannot be published: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    static List<Rule> read() {
        List<Rule> rules = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = DemoRules.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException(file + " is not on the class path");
                }
                rules.addAll(RuleFile.read(file, in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuleFileException e) {
                throw new IllegalStateException(e);
            }
        }
        return rules;
    }

    private DemoRules() {}
}
