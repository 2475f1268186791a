package io.sectorwatch.benchmark.publishing;

import io.sectorwatch.application.ingest.PlanPublication;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.benchmark.publication.GeneratedContents;
import io.sectorwatch.benchmark.publication.Shape;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.PublishingPlan;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.publish.FactRecords;
import io.sectorwatch.ingest.publish.RecordSender;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.schemas.topic.Topics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Publishes one release again and again: as {@code ingest} does once it has read and compared it, and, in turn, its finished
 * records with a producer of Kafka's own settings. Prints {@code facts NUMBER BYTES} and then seconds: {@code ingest} of
 * publishing, {@code whole} with reading and comparing before it, {@code plain} of the producer, {@code batched} of one
 * with batches as large as those of {@code ingest}.
 */
public final class PublishingJob {
    static final String FACTS = "facts";
    static final String INGEST = "ingest";
    static final String WHOLE = "whole";
    static final String PLAIN = "plain";
    static final String BATCHED = "batched";

    private static final Map<String, Object> BATCHES = Map.of("batch.size", PlanPublication.BATCH);

    private static final Instant PUBLISHED = Instant.parse("2024-03-13T11:02:22Z");

    private final Server server;
    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final int partitions;
    private final byte[] file;
    private final Path temporary;

    private PublishingJob(Task task) throws IOException {
        server = Server.at(task.bootstrap(), Map.of());
        partitions = task.partitions();
        temporary = task.temporary();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Shape.SDMX_CSV.write(GeneratedContents.ofObservations(task.facts()), out);
        file = out.toByteArray();
    }

    /**
     * What to do.
     *
     * @param facts about how many the release has
     */
    public record Task(String bootstrap, int partitions, long facts, int rounds, Path temporary) {
        /** For {@link PublishingJob#main}. */
        List<String> arguments() {
            return List.of(bootstrap, "" + partitions, "" + facts, "" + rounds, temporary.toString());
        }

        static Task of(String[] arguments) {
            return new Task(
                    arguments[0],
                    Integer.parseInt(arguments[1]),
                    Long.parseLong(arguments[2]),
                    Integer.parseInt(arguments[3]),
                    Path.of(arguments[4]));
        }
    }

    public static void main(String[] arguments) throws IOException {
        Task task = Task.of(arguments);
        new PublishingJob(task).run(task.rounds());
    }

    private void run(int rounds) throws IOException {
        List<ProducerRecord<byte[], byte[]>> records = records();
        System.out.println(FACTS
                + ' '
                + records.size()
                + ' '
                + records.stream().mapToLong(PublishingJob::size).sum());
        for (int round = 0; round < rounds; round++) {
            // Whoever comes second finds a broker that is warmer.
            if (round % 2 == 0) {
                ingest();
                plain(PLAIN, Map.of(), records);
                plain(BATCHED, BATCHES, records);
            } else {
                plain(BATCHED, BATCHES, records);
                plain(PLAIN, Map.of(), records);
                ingest();
            }
        }
    }

    private static void say(String what, long begun) {
        System.out.println(what + ' ' + (System.nanoTime() - begun) / 1e9);
    }

    private void ingest() throws IOException {
        long begunReading = System.nanoTime();
        try (Intake intake = read()) {
            PublishingPlan plan = intake.compare(KnownFacts.NONE);
            try (PlanPublication publication =
                    PlanPublication.begin(server, topics, List.of("generated"), intake, () -> {})) {
                long begun = System.nanoTime();
                publication.publish(plan, count -> {});
                say(INGEST, begun);
                say(WHOLE, begunReading);
            }
        }
    }

    private void plain(String what, Map<String, Object> settings, List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.putAll(settings);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(topics.indicators());
            RecordSender sender = new RecordSender(producer);
            long begun = System.nanoTime();
            for (ProducerRecord<byte[], byte[]> record : records) {
                sender.send(again(record));
            }
            producer.flush();
            say(what, begun);
            sender.requireNoFailure();
        }
    }

    // A producer closes the headers of what it has sent.
    private static ProducerRecord<byte[], byte[]> again(ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), record.headers());
    }

    private List<ProducerRecord<byte[], byte[]>> records() throws IOException {
        FactRecords factRecords = new FactRecords(topics, partitions, 1);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Intake intake = read()) {
            intake.compare(KnownFacts.NONE).forEach((batch, facts) -> {
                for (SortedFacts.Enveloped fact = facts.next(); fact != null; fact = facts.next()) {
                    records.addAll(factRecords.of(fact.key(), fact.ofPolicies(), fact.envelope()));
                }
            });
        }
        return records;
    }

    private Intake read() {
        Instant now = Instant.now();
        Intake intake = new Intake(now, temporary, rejection -> {
            throw new IllegalStateException("rejected " + rejection);
        });
        new SourceReader(new SourceReader.Options(null, null, Shape.mapping(), PUBLISHED), now, intake, note -> {})
                .read("generated", new ByteArrayInputStream(file));
        return intake;
    }

    private static long size(ProducerRecord<byte[], byte[]> record) {
        long size = (record.key() == null ? 0L : record.key().length) + record.value().length;
        for (Header header : record.headers()) {
            size += header.key().length() + header.value().length;
        }
        return size;
    }
}
