package io.sectorwatch.benchmark.telling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.application.rules.RuleChanges;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.rule.RuleCodec;
import io.sectorwatch.schemas.json.Json;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Facts that come at a steady rate, each of a series of its own in which it raises an alert. */
final class SteadyFacts {
    private static final int INDICATORS = 16;
    private static final int LETTERS = 26;
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    private final Topics topics;
    private int published;

    SteadyFacts(Topics topics) {
        this.topics = topics;
    }

    /** Puts the rules into effect that raise the alerts. */
    void applyRules(Server server) {
        List<Rule> rules = new ArrayList<>();
        for (int indicator = 0; indicator < INDICATORS; indicator++) {
            rules.add(RuleCodec.read(Json.tree(("{\"id\":\"reached-" + indicator
                            + "\",\"series\":{\"indicator\":\"indicator-" + indicator
                            + "\"},\"when\":{\"value\":{\"atLeast\":1}}}")
                    .getBytes(UTF_8))));
        }
        new RuleChanges(server, topics).apply(rules, FIRST);
    }

    /** A producer that waits for nothing; to be closed. */
    static KafkaProducer<byte[], byte[]> producer(Server server) {
        return new KafkaProducer<>(server.clientConfig(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Publishes the next ones, each when its time has come.
     *
     * @param sent is given the series of each fact before it goes out
     * @param acknowledged is given it once the broker has the fact
     */
    void publish(
            KafkaProducer<byte[], byte[]> producer,
            int number,
            int rate,
            Consumer<String> sent,
            Consumer<String> acknowledged)
            throws InterruptedException {
        long begun = System.nanoTime();
        for (int fact = 0; fact < number; fact++) {
            long left = begun + fact * TimeUnit.SECONDS.toNanos(1) / rate - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
            send(producer, published++, sent, acknowledged);
        }
    }

    private void send(
            KafkaProducer<byte[], byte[]> producer, int fact, Consumer<String> sent, Consumer<String> acknowledged) {
        String indicator = "indicator-" + fact % INDICATORS;
        String area = area(fact / INDICATORS);
        String series = indicator + '/' + area + "/economy/A";
        Instant published = FIRST.plusMillis(fact + 1L);
        byte[] json = ("{\"indicator\":\"" + indicator + "\",\"area\":\"" + area
                        + "\",\"period\":\"2023\",\"value\":2,\"published\":\"" + published
                        + "\",\"source\":{\"id\":\"office\"}}")
                .getBytes(UTF_8);
        sent.accept(series);
        var unused = producer.send(
                new ProducerRecord<>(
                        topics.indicators(), null, published.toEpochMilli(), indicator.getBytes(UTF_8), json),
                (metadata, failure) -> {
                    if (failure == null) {
                        acknowledged.accept(series);
                    }
                });
    }

    private static String area(int number) {
        StringBuilder letters = new StringBuilder();
        for (int left = number + 1; left > 0; left /= LETTERS) {
            letters.insert(0, (char) ('A' + left % LETTERS));
        }
        return letters.length() < 3 ? "A".repeat(3 - letters.length()) + letters : letters.toString();
    }
}
