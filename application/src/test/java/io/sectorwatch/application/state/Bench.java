package io.sectorwatch.application.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.deadletters.DeadLetters;
import io.sectorwatch.application.deadletters.LetterChoice;
import io.sectorwatch.application.deadletters.Redrive;
import io.sectorwatch.application.replay.Rules;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.ingest.publish.FactRecords;
import io.sectorwatch.processor.topology.FactsAndRules;
import io.sectorwatch.processor.topology.ProcessorApp;
import io.sectorwatch.processor.topology.ProcessorSettings;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.jspecify.annotations.Nullable;

/** Topics of one test on a broker, with processors that work on them, and what may happen to both. */
final class Bench implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final Topics topics;
    private final RealBroker broker;
    private final Path directory;
    private final int partitions;
    private final List<ProcessorApp> started = new ArrayList<>();

    /** Topics with a prefix, of which those of figures and rules have so many partitions. */
    Bench(RealBroker broker, Path directory, String prefix, int partitions) {
        this.broker = broker;
        this.directory = directory;
        this.topics = new Topics(prefix);
        this.partitions = partitions;
        setUp();
    }

    static String figure(String indicator, String area, String value, String published) {
        return json("'indicator':'" + indicator + "','area':'" + area + "','period':'2023','value':" + value
                + ",'published':'" + published + "','source':{'id':'s'}");
    }

    /** An object, with apostrophes for quotation marks. */
    static String json(String fields) {
        return ('{' + fields + '}').replace('\'', '"');
    }

    Server server() {
        return broker.server();
    }

    String application() {
        return topics.prefix() + "application";
    }

    String changelog() {
        return application() + "-decisions-changelog";
    }

    /** Creates the topics that are missing. */
    void setUp() {
        try (Admin admin = server().admin()) {
            new TopicSetup(admin).apply(topics.all(partitions, List.of()));
        }
    }

    ProcessorApp process() {
        return process(null);
    }

    ProcessorApp process(@Nullable String instance) {
        return process(instance, Map.of());
    }

    ProcessorApp process(@Nullable String instance, Map<String, Object> clients) {
        Map<String, Object> config = new HashMap<>(server().clientConfig());
        config.putAll(clients);
        // By default a client may take minutes until it knows that a topic is gone, and tries for minutes to commit to
        // it:
        // an installation misses it before.
        config.put("metadata.max.age.ms", 1_000);
        config.put("producer.max.block.ms", 5_000);
        ProcessorApp app = new ProcessorApp(new ProcessorSettings(
                config,
                topics,
                FactsAndRules.apart(topics),
                List.of(),
                directory.resolve(topics.prefix() + "state"),
                application(),
                instance,
                1,
                ProcessorSettings.SOON));
        started.add(app);
        app.start();
        return app;
    }

    /** Stops what was started. */
    void stop() {
        started.forEach(ProcessorApp::close);
        started.clear();
    }

    void rule(String rule, Instant at) throws ExecutionException, InterruptedException {
        broker.send(RulePublisher.records(Rules.of(rule), topics, partitions, at));
    }

    void publish(String figure) throws ExecutionException, InterruptedException {
        broker.send(new FactRecords(topics, partitions, 1).of(new IndicatorCodec().read(figure.getBytes(UTF_8))));
    }

    /** A figure of a release, which is not closed by that. */
    void publish(String release, String figure) throws ExecutionException, InterruptedException {
        Observation observation = (Observation) new IndicatorCodec().read(figure.getBytes(UTF_8));
        broker.send(new FactRecords(topics, partitions, 1)
                .of(
                        observation.series().indicator(),
                        false,
                        Envelope.of(observation).withRelease(release)));
    }

    /** Sends what a client may to a partition of the indicators. */
    void send(int partition, @Nullable String key, String value) throws ExecutionException, InterruptedException {
        send(topics.indicators(), partition, key, value);
    }

    void send(String topic, int partition, @Nullable String key, String value)
            throws ExecutionException, InterruptedException {
        send(new ProducerRecord<>(topic, partition, key == null ? null : key.getBytes(UTF_8), value.getBytes(UTF_8)));
    }

    void send(ProducerRecord<byte[], byte[]> record) throws ExecutionException, InterruptedException {
        broker.send(List.of(record));
    }

    /** The broker forgets how far the group had come. */
    void forget() {
        try (Admin admin = server().admin()) {
            // The last member's leaving may still be under way.
            await().atMost(PATIENCE)
                    .ignoreExceptionsMatching(e -> e.getCause() instanceof GroupNotEmptyException)
                    .until(() -> admin.deleteConsumerGroups(List.of(application()))
                                    .all()
                                    .get()
                            == null);
        }
    }

    /** The same of one topic. */
    void forget(String topic) {
        try (Admin admin = server().admin()) {
            await().atMost(PATIENCE)
                    .ignoreExceptionsMatching(e -> e.getCause() instanceof GroupNotEmptyException)
                    .until(() -> admin.deleteConsumerGroupOffsets(
                                            application(), new Offsets(admin).partitions(List.of(topic)))
                                    .all()
                                    .get()
                            == null);
        }
    }

    /** The group is said to have come to an offset of the first partition of a topic. */
    void commit(String topic, long offset) {
        try (Admin admin = server().admin()) {
            await().atMost(PATIENCE)
                    .ignoreExceptionsMatching(e -> e.getCause() instanceof UnknownMemberIdException)
                    .until(() -> admin.alterConsumerGroupOffsets(
                                            application(),
                                            Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
                                    .all()
                                    .get()
                            == null);
        }
    }

    void delete(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = server().admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
            // The controller has done it; what the broker answers with follows a moment later.
            await().until(() -> !admin.listTopics().names().get().contains(topic));
        }
    }

    /** Of a partition nothing is left. */
    void empty(TopicPartition partition) throws ExecutionException, InterruptedException {
        try (Admin admin = server().admin()) {
            // What is compacted only would not be deleted from.
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, partition.topic()),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("cleanup.policy", "compact,delete"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(-1)))
                    .all()
                    .get();
        }
    }

    long committed(String topic) {
        try (Admin admin = server().admin()) {
            return new Offsets(admin).committed(application()).getOrDefault(new TopicPartition(topic, 0), 0L);
        }
    }

    /** Waits until what stands in the first partition of the indicators has been read and committed. */
    void awaitAllTakenIn() {
        TopicPartition partition = new TopicPartition(topics.indicators(), 0);
        try (Admin admin = server().admin()) {
            Offsets offsets = new Offsets(admin);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(offsets.committed(application()).get(partition))
                                    .isEqualTo(offsets.ends(List.of(partition)).get(partition)));
        }
    }

    /** Waits for what stops the first processor. */
    void awaitEnd() throws InterruptedException {
        started.get(0).awaitEnd();
    }

    StateRebuild rebuild() {
        return new StateRebuild(server(), topics, application());
    }

    /** All committed records of a topic. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return broker.records(topic);
    }

    /** The reasons of all dead letters. */
    List<String> letters() {
        List<String> reasons = new ArrayList<>();
        new DeadLetters(server(), topics).list((letter, redriven) -> reasons.add(letter.reason()));
        return reasons;
    }

    /** Waits until there are so many dead letters. */
    List<String> awaitLetters(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(letters()).hasSize(count));
        return letters();
    }

    Redrive.Outcome redrive() {
        return new Redrive(server(), topics).run(new LetterChoice.All(), left -> {});
    }

    /** Waits for these alerts, and for no others. */
    void awaitAlerts(String... alerts) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alerts()).containsExactly(alerts));
    }

    /** The same where they are of several series, among which there is no order. */
    void awaitAlertsInAnyOrder(String... alerts) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alerts()).containsExactlyInAnyOrder(alerts));
    }

    /** Waits for so many alerts. */
    void awaitAlerts(int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(alerts()).hasSize(count));
    }

    /** What subscribers were told of each rule and series, byte for byte but for when it was written. */
    Map<String, List<String>> told() {
        Map<String, List<String>> told = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records(topics.alerts())) {
            String headers = Arrays.stream(record.headers().toArray())
                    .filter(header -> !header.key().equals("ce_recordedtime"))
                    .map(header -> header.key() + '=' + new String(header.value(), UTF_8))
                    .collect(Collectors.joining(" "));
            told.computeIfAbsent(new String(record.key(), UTF_8), key -> new ArrayList<>())
                    .add(record.timestamp() + " " + headers + " " + new String(record.value(), UTF_8));
        }
        return told;
    }

    List<String> alerts() {
        TransitionCodec codec = new TransitionCodec();
        return broker.values(topics.alerts()).stream()
                .map(codec::read)
                .map(alert -> alert.transition() + " " + alert.series()
                        + (alert.observation() == null
                                ? ""
                                : " " + alert.observation().value()))
                .toList();
    }

    @Override
    public void close() {
        stop();
    }
}
