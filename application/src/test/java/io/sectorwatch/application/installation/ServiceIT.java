package io.sectorwatch.application.installation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.Manual;
import io.sectorwatch.application.alerts.Alerts;
import io.sectorwatch.application.broker.FreePort;
import io.sectorwatch.application.deadletters.DeadLetters;
import io.sectorwatch.application.deadletters.LetterChoice;
import io.sectorwatch.application.deadletters.Redrive;
import io.sectorwatch.application.ingest.IntakePublication;
import io.sectorwatch.application.ingest.PublicationListener;
import io.sectorwatch.application.ingest.Sources;
import io.sectorwatch.application.replay.Rules;
import io.sectorwatch.application.rules.RuleChangeException;
import io.sectorwatch.application.rules.RuleChanges;
import io.sectorwatch.application.rules.RuleTopic;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.ingest.format.Rejection;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.intake.SourceReader;
import io.sectorwatch.ingest.temporary.TemporaryDirectory;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.topic.Topics;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole installation in this process, without a command line. */
@Timeout(180)
class ServiceIT {
    private static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");
    private static final Topics TOPICS = new Topics("test.");
    private static final TopicLayout LAYOUT = new TopicLayout(TOPICS, 1, List.of("economy"));

    @TempDir
    private Path directory = Path.of("");

    private final RunningParts running = new RunningParts();
    private Installation installation;
    private Service service;

    @BeforeEach
    @SuppressWarnings("NullAway.Init")
    void start() {
        installation = Installation.in(directory.resolve("data"), running);
        // By default a client may take minutes until it knows that a topic is gone.
        Map<String, Object> config = Map.of("metadata.max.age.ms", "1000");
        service = Service.embedded(FreePort.find(), address -> Server.at(address, config), installation, LAYOUT);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void whatIsIngestedAndRedrivenIsDecided() throws Exception {
        changes().apply(Rules.of("{id: reached, series: {indicator: x}, when: {value: {atLeast: 2.6}}}"), BEGINNING);
        List<Rejection> rejections =
                ingest(fact("2022", "2.5", "2023-02-01") + fact("2023", "2.64", "2024-02-29") + "{\n");
        assertThat(rejections)
                .singleElement()
                .satisfies(bad -> assertThat(bad.line()).isEqualTo(3));
        letter(fact("2023", "2.58", "2025-01-23"), "2025-01-23");
        letter("{}", "2025-01-24");
        service.startProcessor();

        try (AlertFeed alerts = service.alerts()) {
            assertThat(decided(alerts)).containsExactly("RAISED");

            List<String> left = new ArrayList<>();
            Redrive.Outcome outcome = redrive(new LetterChoice.All(), left);
            assertThat(outcome.redriven()).isEqualTo(1);
            assertThat(outcome.refused()).isEqualTo(1);
            assertThat(left).singleElement().asString().startsWith("1: it would be refused again");
            assertThat(decided(alerts)).containsExactly("RETRACTED");
        }

        List<Boolean> redriven = new ArrayList<>();
        assertThat(new DeadLetters(service.server(), TOPICS).list((letter, isRedriven) -> redriven.add(isRedriven)))
                .isEqualTo(2);
        assertThat(redriven).containsExactly(true, false);
        assertThat(redrive(new LetterChoice.Offsets(Set.of(0L, 9L)), new ArrayList<>())
                        .unknown())
                .containsExactly(9L);
    }

    @Test
    void whatItLeftOpenWhenItWasKilledEndsWhenItIsBack() throws Exception {
        changes().apply(Rules.of("{id: reached, series: {indicator: x}, when: {value: {atLeast: 1}}}"), BEGINNING);
        publish(fact("2000", "2", "2001-02-01"), "2001-02-01");
        Map<String, Object> config = new HashMap<>(service.server().clientConfig());
        config.put("transactional.id", Installation.applicationId(TOPICS) + '-' + service.instanceId() + "-1");
        config.put("transaction.timeout.ms", 600_000);
        try (KafkaProducer<byte[], byte[]> killed =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            killed.initTransactions();
            killed.beginTransaction();
            killed.send(new ProducerRecord<>(TOPICS.alerts(), 0, 0L, null, "never told".getBytes(UTF_8)))
                    .get();
            service.startProcessor();

            try (AlertFeed alerts = service.alerts()) {
                assertThat(decided(alerts)).containsExactly("RAISED");
            }
        }
    }

    @Test
    void aSectorWhoseTopicComesLaterIsFedToo() throws Exception {
        changes().apply(Rules.of("{id: reached, series: {indicator: x}, when: {value: {atLeast: 1}}}"), BEGINNING);
        service.startProcessor(Duration.ofMillis(100));
        publish(fact("2000", "2", "2001-02-01"), "2001-02-01");
        new TopicLayout(TOPICS, 1, List.of("energy")).create(service.server());

        AtomicInteger year = new AtomicInteger(2000);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            int next = year.incrementAndGet();
            String day = (next + 1) + "-02-01";
            publish(fact(Integer.toString(next), "2", day).replace("CHN\",", "CHN\",\"sector\":\"energy\","), day);
            return !records(TOPICS.alerts("energy")).isEmpty();
        });

        assertThat(records(TOPICS.alerts("energy")))
                .allSatisfy(transition ->
                        assertThat(transition.transition().series().sector()).isEqualTo("energy"));
        assertThat(records(TOPICS.alerts("economy"))).hasSize(1);
    }

    @Test
    void withoutATopicThatItNeedsItDoesNotStart() throws Exception {
        delete(TOPICS.scorecards());

        assertThatThrownBy(() -> service.startProcessor())
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("no topic test.scorecards")
                .hasMessageContaining("./sectorwatch topics");
    }

    static Set<String> losses() {
        return Manual.messages("what you see");
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyLossThatTheManualExplainsIsToldInItsWords(String words) throws Exception {
        ThrowingCallable ends = () -> service.awaitEnd();
        switch (words) {
            case "there is no topic" -> {
                service.startProcessor(Duration.ofMillis(100));
                delete(TOPICS.alerts());
            }
            case "was deleted and made anew" -> {
                // Longer than it takes: a topic that is not there is another matter.
                service.startProcessor(Duration.ofSeconds(3));
                delete(TOPICS.alerts());
                LAYOUT.create(service.server());
            }
            case "has invalid partitions" -> {
                decideOneFact();
                delete(TOPICS.indicators());
                create(TOPICS.indicators(), 2);
                service.startProcessor();
            }
            case "what was kept of the decisions is gone" -> {
                decideOneFact();
                delete(Installation.applicationId(TOPICS) + "-decisions-changelog");
                ends = () -> service.startProcessor();
            }
            default -> fail("nothing shows that one sees '" + words + "'");
        }

        assertThatThrownBy(ends).hasMessageContaining(words);
    }

    private void decideOneFact() throws Exception {
        changes().apply(Rules.of("{id: reached, series: {indicator: x}, when: {value: {atLeast: 1}}}"), BEGINNING);
        service.startProcessor();
        publish(fact("2000", "2", "2001-02-01"), "2001-02-01");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !records(TOPICS.alerts("economy")).isEmpty());
        installation.stopProcessor();
    }

    private void create(String topic, int partitions) throws Exception {
        try (Admin admin = service.server().admin()) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    @Test
    void whenATopicGoesThatItReadsItEndsAndNamesIt() throws Exception {
        service.startProcessor(Duration.ofSeconds(1));
        changes().apply(Rules.of("{id: reached, series: {indicator: x}, when: {value: {atLeast: 1}}}"), BEGINNING);
        publish(fact("2000", "2", "2001-02-01"), "2001-02-01");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !records(TOPICS.alerts("economy")).isEmpty());
        delete(TOPICS.policies());

        assertThatThrownBy(() -> service.awaitEnd())
                .hasMessageContaining("the processor stopped: ")
                .hasMessageContaining("there is no topic test.policies");
    }

    private void delete(String topic) throws Exception {
        try (Admin admin = service.server().admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
            // The controller has done it; what the broker answers with follows a moment later.
            await().until(() -> !admin.listTopics().names().get().contains(topic));
        }
    }

    @Test
    void rulesChangeAllOrNone() {
        List<Rule> both = Rules.of(
                "{id: first-rule, series: {indicator: x}, when: {value: {atLeast: 1}}}",
                "{id: second-rule, series: {indicator: y}, when: {value: {atLeast: 2}}}");
        changes().apply(both, BEGINNING);

        changes().remove("first-rule", BEGINNING);

        assertThat(RuleTopic.read(service.server(), TOPICS).inEffect().ids()).containsExactly("second-rule");
        assertThatThrownBy(() -> changes().remove("secnd-rule", BEGINNING))
                .isInstanceOf(RuleChangeException.class)
                .hasMessageStartingWith("no rule 'secnd-rule' is in effect")
                .hasMessageContaining("second-rule");
    }

    @Test
    void topicsThatAreNotAsTheyMustBeAreRefused() {
        assertThat(LAYOUT.create(service.server()).created()).isEmpty();

        TopicLayout other = new TopicLayout(TOPICS, 2, List.of("economy"));
        assertThatThrownBy(() -> Service.at(service.server(), installation, other))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("topic test.indicators has 1 partitions, expected 2");
    }

    @Test
    void itHasEndedOnceItIsStopped() {
        service.startProcessor();
        assertThat(service.ended()).isFalse();

        running.close();

        assertThat(service.ended()).isTrue();
        service.awaitEnd();
    }

    private List<Alerts.Published> records(String topic) {
        try (TopicReader reader = new TopicReader(service.server(), topic)) {
            return Alerts.of(reader.readToEnd());
        }
    }

    private RuleChanges changes() {
        return new RuleChanges(service.server(), TOPICS);
    }

    private List<Rejection> ingest(String facts) throws Exception {
        String file = Files.writeString(directory.resolve("facts.jsonl"), facts).toString();
        Instant now = Instant.now();
        List<Rejection> rejections = new ArrayList<>();
        try (Sources sources = Sources.named(List.of(file), InputStream.nullInputStream());
                Intake intake = new Intake(now, TemporaryDirectory.standard(), rejections::add);
                IntakePublication publication =
                        new IntakePublication(service.server(), TOPICS, List.of(file), new PublicationListener() {})) {
            SourceReader.Options automatic = new SourceReader.Options(null, null, null, null);
            sources.read(intake, new SourceReader(automatic, now, intake, note -> {}), in -> in);
            assertThat(publication.publish(intake, true))
                    .as("strict, where a line is rejected")
                    .isEmpty();
            assertThat(publication.publish(intake, false)).hasSize(1);
        }
        return rejections;
    }

    private Redrive.Outcome redrive(LetterChoice choice, List<String> told) {
        return new Redrive(service.server(), TOPICS)
                .run(choice, left -> told.add(left.letter().offset() + ": " + left.reason()));
    }

    private static List<String> decided(AlertFeed alerts) {
        List<String> decided = new ArrayList<>();
        alerts.untilAllIsProcessed(all -> all.stream()
                .map(Alerts.Published::transition)
                .map(Transition::transition)
                .forEach(type -> decided.add(type.name())));
        return decided;
    }

    private void letter(String value, String day) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                TOPICS.deadLetters(),
                0,
                Instant.parse(day + "T00:00:00Z").toEpochMilli(),
                "x".getBytes(UTF_8),
                value.strip().getBytes(UTF_8));
        Map.of("message", "for a test", "topic", TOPICS.indicators(), "partition", "0", "offset", "7")
                .forEach((name, text) -> letter.headers().add("__streams.errors." + name, text.getBytes(UTF_8)));
        send(letter);
    }

    private void publish(String fact, String day) {
        send(new ProducerRecord<>(
                TOPICS.indicators(),
                0,
                Instant.parse(day + "T00:00:00Z").toEpochMilli(),
                "x".getBytes(UTF_8),
                fact.strip().getBytes(UTF_8)));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                service.server().clientConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            var unused = producer.send(record);
        }
    }

    private static String fact(String period, String value, String day) {
        return "{\"indicator\":\"x\",\"area\":\"CHN\",\"period\":\"" + period + "\",\"value\":" + value
                + ",\"published\":\"" + day + "T00:00:00Z\",\"source\":{\"id\":\"nbs\"}}\n";
    }
}
