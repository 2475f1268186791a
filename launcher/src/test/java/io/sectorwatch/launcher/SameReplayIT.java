package io.sectorwatch.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.replay.Backtest;
import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.application.replay.RuleEvent;
import io.sectorwatch.application.replay.Rules;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.log.AlertLog;
import io.sectorwatch.application.server.Offsets;
import io.sectorwatch.application.server.TopicSetup;
import io.sectorwatch.ingest.fact.SortedFacts;
import io.sectorwatch.launcher.Cli.Result;
import io.sectorwatch.launcher.Cli.Running;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import io.sectorwatch.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One history, so large that it is not looked through before it is replayed, in three installations: in order in one
 * partition, in order in twelve, and in twelve with one fact that came late. Every replay has the hash of what the engine
 * decides on the sorted facts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class SameReplayIT {
    private static final Topics ONE = new Topics("one.");
    private static final Topics TWELVE = new Topics("twelve.");
    private static final Topics LATE = new Topics("late.");
    private static final long SEED = 20_240_223;
    private static final int INDICATORS = 30;
    private static final int AREAS = 40;
    private static final int YEARS = 45;
    private static final List<Rule> RULES = Rules.of(
            "{id: value, series: {indicator: i07}, when: {value: {atLeast: 95, clear: 60}}}",
            "{id: gap, series: {except: [A0]}, when: {gap: {to: {area: A0}, below: -90, clear: -20, maxLag: P2Y}}}",
            "{id: rank, series: {indicator: i03}, when: {rank: {among: [A1, A2, A3], atMost: 1}}}");

    private Path directory = Path.of("");
    private EmbeddedBroker broker;
    private String hash = "";
    private String hashOfLate = "";

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void publish(@TempDir Path temporary) throws Exception {
        directory = temporary;
        System.out.println("seed " + SEED);
        broker = EmbeddedBroker.start(Cli.freePort(), directory.resolve("broker"));
        List<Observation> facts = facts();
        publish(ONE, 1, facts);
        publish(TWELVE, 12, facts);
        hash = decided(facts);
        List<Observation> moved = new ArrayList<>(facts);
        moved.add(figure(99, 7, 3, 1900, facts.get(0).published()));
        publish(LATE, 12, moved);
        hashOfLate = decided(moved);
        assertThat(hashOfLate).isNotEqualTo(hash);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void inOnePartitionWithTwoThreads() {
        assertThat(replay(ONE, "--threads", "2").err()).contains(hash);
    }

    @Test
    void inTwelvePartitionsWithOneThread() {
        assertThat(replay(TWELVE, "--threads", "1").err()).contains(hash);
    }

    @Test
    void inTwelvePartitionsWithFourThreadsKilledAndGoingOn() throws Exception {
        // Who may be read is committed soon, and so killed when part of it is.
        String[] arguments = arguments(TWELVE, "--threads", "4", "--name", "killed", "--keep");
        Running killed = cli().start(Map.of(), arguments);
        String group = "sectorwatch-twelve.replay.killed.";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()))) {
            Offsets offsets = new Offsets(admin);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() ->
                            committed(offsets, group) > 0 || !killed.process().isAlive());
            killed.process().destroyForcibly();
            killed.await();
            assertThat(committed(offsets, group))
                    .as("facts that were read where they are")
                    .isPositive();
            assertThat(offsets.ends(offsets.partitions(List.of("twelve.replay.killed.history"))).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .as("rules alone, and the ends of transactions")
                    .isLessThan(100);
        }

        Result again = cli().run(arguments);

        assertThat(again.err()).contains("Going on with the replay 'killed'", hash);
    }

    @Test
    void sortedOutOfOnePartitionIntoTwelveWithTwoThreads() {
        assertThat(replay(ONE, "--threads", "2", "--partitions", "12").err()).contains(hash);
    }

    @Test
    void aFactThatCameLateIsFoundOnTheWayAndAllIsSorted() throws Exception {
        Result replay = replay(LATE, "--threads", "2");

        assertThat(replay.err()).contains(hashOfLate);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()))) {
            assertThat(admin.listTopics().names().get()).noneMatch(topic -> topic.contains("late.replay."));
            assertThat(admin.listGroups().all().get())
                    .noneMatch(group -> group.groupId().contains("late.replay."));
        }
    }

    private static long committed(Offsets offsets, String group) {
        return offsets.committed(group).entrySet().stream()
                .filter(entry -> !entry.getKey().topic().contains("slices"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Result replay(Topics topics, String... more) {
        Result replay = cli().run(arguments(topics, more));
        assertThat(replay.status()).as(replay.err()).isZero();
        return replay;
    }

    private String[] arguments(Topics topics, String... more) {
        return Stream.concat(
                        Stream.of(
                                "replay",
                                "--bootstrap-server",
                                broker.bootstrapServer(),
                                "--prefix",
                                topics.prefix(),
                                "--data",
                                directory.resolve("replays").toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private Cli cli() {
        Path logs = directory.resolve("logs-" + System.nanoTime());
        assertThat(logs.toFile().mkdirs()).isTrue();
        return new Cli(logs);
    }

    /**
     * In one transaction: what is sent to a topic just created outside of one can be lost, since the broker may refuse a
     * partition's first batch, not having it yet, and take the second.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The commit tells of what failed.
    private void publish(Topics topics, int partitions, List<Observation> facts) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", broker.bootstrapServer(), "linger.ms", 20, "transactional.id", topics.prefix());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()));
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            new TopicSetup(admin).apply(topics.all(partitions, Topics.DEFAULT_SECTORS));
            producer.initTransactions();
            producer.beginTransaction();
            for (ProducerRecord<byte[], byte[]> rule :
                    RulePublisher.records(RULES, topics, partitions, Instant.EPOCH)) {
                producer.send(rule);
            }
            for (Observation fact : facts) {
                String indicator = fact.series().indicator();
                producer.send(new ProducerRecord<>(
                        topics.indicators(),
                        Partitions.of(indicator, partitions),
                        fact.published().toEpochMilli(),
                        indicator.getBytes(UTF_8),
                        IndicatorCodec.bytes(fact)));
            }
            producer.commitTransaction();
        }
    }

    private String decided(List<Observation> facts) throws IOException {
        try (SortedFacts sorted = new SortedFacts(directory, 8 << 20);
                AlertLog log = new AlertLog(Span.WHOLE, ReplayScope.EVERYTHING, directory, 8 << 20)) {
            for (Observation fact : facts) {
                sorted.add(0, fact);
            }
            Backtest backtest = new Backtest(transition -> add(log, transition));
            new FactHistory(RuleEvent.fromTheBeginning(RULES), sorted).tell(Span.WHOLE, backtest);
            assertThat(log.size()).isGreaterThan(1_000);
            return log.sha256();
        }
    }

    private static void add(AlertLog log, Transition transition) {
        try {
            log.add(transition, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each year, one after another, every area's figures of all indicators. */
    private static List<Observation> facts() {
        Random random = new Random(SEED);
        Instant published = Instant.parse("1975-01-01T00:00:00Z");
        List<Observation> facts = new ArrayList<>();
        for (int year = 0; year < YEARS; year++) {
            for (int area = 0; area < AREAS; area++) {
                published = published.plusSeconds(3_600);
                for (int indicator = 0; indicator < INDICATORS; indicator++) {
                    facts.add(figure(random.nextInt(100), indicator, area, 1901 + year, published));
                }
            }
        }
        return facts;
    }

    private static Observation figure(int value, int indicator, int area, int year, Instant published) {
        return new Observation(
                new SeriesKey(String.format(Locale.ROOT, "i%02d", indicator), "A" + area, "economy", Frequency.A),
                Period.parse(Integer.toString(year)),
                BigDecimal.valueOf(value),
                null,
                null,
                Observation.NORMAL,
                published,
                new Source("office", null, null),
                null);
    }
}
