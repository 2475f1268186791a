package io.sectorwatch.application.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.application.Manual;
import io.sectorwatch.application.facts.FactFilter;
import io.sectorwatch.application.facts.FactsOnTopics;
import io.sectorwatch.application.facts.ListedFact;
import io.sectorwatch.application.replay.ReplayProgress;
import io.sectorwatch.application.replay.StrayCorrection;
import io.sectorwatch.application.rules.RuleTopic;
import io.sectorwatch.application.rules.TopicFacts;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.json.IndicatorCodec;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.topic.Partitions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients send that should not: it is refused with a true reason, and stops and blinds nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
abstract class HostileClients {
    private static final String LOW = "{id: reached, series: {indicator: '*'}, when: {value: {atLeast: 2.6}}}";
    private static final String CHINA = Bench.figure("x", "CHN", "2.7", "2024-02-01T00:00:00Z");
    private static final String USA = Bench.figure("x", "USA", "2.7", "2024-03-01T00:00:00Z");
    private static final String CHINA_RAISED = "RAISED x/CHN/economy/A 2.7";
    private static final String USA_RAISED = "RAISED x/USA/economy/A 2.7";
    private static final int HOME = Partitions.of("x", 3);
    private static final int ELSEWHERE = (HOME + 1) % 3;

    private Path directory = Path.of("");
    private RealBroker broker;
    private @Nullable Bench bench;

    /** Starts the broker. */
    abstract RealBroker broker(Path directory) throws IOException;

    @BeforeAll
    @SuppressWarnings("NullAway.Init")
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        broker = broker(directory);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @AfterEach
    void stopInstances() {
        if (bench != null) {
            bench.close();
        }
    }

    @Test
    void whatIsStillToComeWaitsAmongTheDeadLetters() throws Exception {
        Bench bench = bench("ahead.", 1);
        Instant ahead = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        bench.send(0, "x", Bench.figure("x", "CHN", "2.7", ahead.toString()));
        bench.send(0, null, Bench.json("'tick':'" + ahead + "'"));
        bench.send(0, null, correction(USA, ahead));
        bench.send(0, null, Bench.json("'release':'r','published':'" + ahead + "','source':{'id':'s'}"));
        bench.send(
                bench.topics.policies(),
                0,
                "p",
                Bench.json("'id':'p','title':'t','area':'CHN','kind':'funding','stance':'support','occurred':'2023',"
                        + "'published':'" + ahead + "','source':{'id':'s'}"));
        bench.send(0, "x", USA);

        bench.awaitAlerts(USA_RAISED);
        assertThat(bench.awaitLetters(5))
                .allMatch(reason -> reason.startsWith("it says that it is known at " + ahead)
                        && reason.contains("more than an hour after its record's own time"));
        assertThat(bench.redrive().redriven()).isZero();
        assertThat(bench.redrive().refused()).isEqualTo(5);
    }

    @Test
    void aRuleIsAsFarAheadAsABrokerTakesAndNoFurther() throws Exception {
        Bench bench = bench("rule-ahead.", 1);
        Instant soon = Instant.now().plus(55, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        bench.send(0, "x", CHINA);
        bench.awaitAlerts(CHINA_RAISED);

        bench.rule(LOW.replace("2.6", "2.65"), soon);
        bench.send(0, "x", USA);

        bench.awaitAlerts(CHINA_RAISED, "UPDATED x/CHN/economy/A 2.7", USA_RAISED);
        assertThatThrownBy(() -> bench.rule(LOW, soon.plus(2, ChronoUnit.HOURS)))
                .hasCauseInstanceOf(InvalidTimestampException.class);
    }

    @Test
    void aFigureInAnotherPartitionIsRefusedAndRedrivenToItsOwn() throws Exception {
        Bench bench = bench("misplaced.", 3);
        bench.send(ELSEWHERE, "x", CHINA);
        bench.send(HOME, null, USA);

        bench.awaitAlerts(USA_RAISED);
        assertThat(bench.awaitLetters(1).get(0))
                .contains("partition " + ELSEWHERE)
                .contains("belong in " + HOME + " of 3")
                .contains("partitioner=murmur2_random")
                .contains("its producer places keys otherwise");
        assertThat(bench.redrive().redriven()).isEqualTo(1);
        bench.awaitAlertsInAnyOrder(CHINA_RAISED, USA_RAISED);
    }

    @Test
    void aCorrectionInAnotherPartitionThanItsKeySaysIsRefusedAndRedrivenToIts() throws Exception {
        Bench bench = bench("misplaced-correction.", 3);
        bench.send(HOME, "x", CHINA);
        bench.awaitAlerts(CHINA_RAISED);
        bench.send(ELSEWHERE, "x", correction(CHINA, Instant.parse("2024-02-02T00:00:00Z")));

        assertThat(bench.awaitLetters(1).get(0))
                .contains("it came in partition " + ELSEWHERE)
                .contains("corrections of figures of x, which its key names, belong in " + HOME + " of 3")
                .contains("its producer places keys otherwise");
        assertThat(facts(bench)).allMatch(fact -> fact.state() == Correction.State.VALID);
        assertThat(bench.redrive().redriven()).isEqualTo(1);

        bench.awaitAlerts(CHINA_RAISED, "RETRACTED x/CHN/economy/A");
        assertThat(facts(bench)).allMatch(fact -> fact.state() == Correction.State.VOID);
    }

    @Test
    void aCorrectionWithoutAKeyThatIsNotWhereItsFactIsIsNamedAndVoidsNothing() throws Exception {
        Bench bench = bench("stray-correction.", 3);
        String correction = correction(CHINA, Instant.parse("2024-02-02T00:00:00Z"));
        bench.send(HOME, "x", CHINA);
        bench.send(ELSEWHERE, null, correction);
        bench.send(ELSEWHERE, null, correction(USA, Instant.parse("2024-02-02T00:00:00Z")));

        bench.awaitAlerts(CHINA_RAISED);
        assertThat(facts(bench)).allMatch(fact -> fact.state() == Correction.State.VALID);
        assertThat(about(bench).strays())
                .containsExactlyInAnyOrder(
                        new StrayCorrection(id(CHINA), new TreeSet<>(Set.of(ELSEWHERE)), HOME),
                        new StrayCorrection(id(USA), new TreeSet<>(Set.of(ELSEWHERE)), null));

        bench.send(HOME, null, correction);
        bench.awaitAlerts(CHINA_RAISED, "RETRACTED x/CHN/economy/A");
        assertThat(about(bench).strays()).extracting(StrayCorrection::fact).containsExactly(id(USA));
        assertThat(bench.letters()).isEmpty();
    }

    @Test
    void aReleaseThatIsClosedAndATickThatIsReadElsewhereOnlyDecideNothingHereAndHoldNothingUp() throws Exception {
        Bench bench = bench("elsewhere.", 3);
        ProducerRecord<byte[], byte[]> released =
                new ProducerRecord<>(bench.topics.indicators(), HOME, "x".getBytes(UTF_8), CHINA.getBytes(UTF_8));
        released.headers().add("ce_release", "r".getBytes(UTF_8));
        bench.send(released);
        bench.send(ELSEWHERE, null, Bench.json("'release':'r','published':'2024-02-01T00:00:00Z','source':{'id':'s'}"));
        bench.send(ELSEWHERE, null, Bench.json("'tick':'2024-02-20T00:00:00Z'"));
        bench.send(HOME, "x", USA);

        bench.awaitAlerts(CHINA_RAISED, USA_RAISED);
        assertThat(bench.letters()).isEmpty();
    }

    @Test
    void whateverCannotBeReadIsToldAndEveryReaderPassesItOver() throws Exception {
        Bench bench = bench("unreadable.", 1);
        List<String> unreadable = List.of(
                CHINA.replace("2.7", "1e99999999999999999999"),
                CHINA.replace("2.7", "-1E-2147483649"),
                CHINA.replace("2.7", "2.7,'value':2.8".replace('\'', '"')),
                CHINA.replace("2.7", "[".repeat(5_000)),
                CHINA.replace("{\"id\":\"s\"}", "{\"id\":\"s\",\"locator\":\"\\ud800\"}"),
                CHINA.replace("{\"id\":\"s\"}", "{\"id\":\"s\",\"locator\":\"\\u202e\"}"),
                CHINA.replace("CHN", "C\0N"),
                "\0\0\0\0\1" + CHINA,
                CHINA + " ".repeat(300_000),
                Bench.json("'release':'r','published':'2024-02-01T00:00:00Z','source':{'id':'s'},"
                        + "'counts':{'new':1e999999999,'revised':0,'withdrawn':0}"));
        for (String value : unreadable) {
            bench.send(0, "x", value);
        }
        bench.send(new ProducerRecord<>(bench.topics.indicators(), 0, "x".getBytes(UTF_8), null));
        bench.send(bench.topics.policies(), 0, "p", "{\"id\":\"p\",\"id\":\"q\"}");
        bench.send(bench.topics.rules(), 0, "r", LOW.replace("2.6", "1e99999999999999999999"));
        bench.send(withHeader(bench, "ce_release", new byte[] {(byte) 0xff, (byte) 0xc0, 10}));
        bench.send(withHeader(bench, "ce_type", new byte[] {(byte) 0xff}));
        bench.send(withHeader(bench, "ce_release", null));
        // What is no text in places where nobody looks harms nothing.
        ProducerRecord<byte[], byte[]> odd =
                new ProducerRecord<>(bench.topics.indicators(), 0, new byte[] {(byte) 0xff, 0, 1}, USA.getBytes(UTF_8));
        odd.headers().add("traceparent", new byte[] {(byte) 0xff, 0}).add("empty", null);
        bench.send(odd);

        bench.awaitAlerts(USA_RAISED);
        List<String> letters = bench.awaitLetters(unreadable.size() + 6);
        assertThat(letters)
                .allMatch(reason -> !reason.isBlank() && !reason.contains("Exception"))
                .anyMatch(reason -> reason.contains("the number has more than 34 digits or an exponent beyond 60"))
                .anyMatch(reason -> reason.contains("it begins with a zero byte"))
                .anyMatch(reason -> reason.startsWith("too large:"))
                .anyMatch(reason -> reason.contains("does not belong on the topic"))
                .anyMatch(reason -> reason.contains("which nobody sees"))
                .anyMatch(reason -> reason.contains("field 'value' stands twice"))
                .anyMatch(reason -> reason.contains("half a surrogate pair"));
        assertThat(facts(bench)).extracting(ListedFact::id).containsExactly(id(USA));
        assertThat(about(bench).strays()).isEmpty();
        assertThat(RuleTopic.read(bench.server(), bench.topics).inEffect().ids())
                .containsExactly("reached");
        assertThat(bench.redrive().redriven()).isZero();
    }

    @Test
    void everyReasonThatTheManualExplainsIsGivenForWhatItIsSaidOf() throws Exception {
        Bench bench = bench("manual.", 3);
        String topic = bench.topics.indicators();
        Instant ahead = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        ProducerRecord<byte[], byte[]> policy = figure(topic, HOME, CHINA);
        policy.headers().add("ce_type", "io.sectorwatch.policy.v1".getBytes(UTF_8));
        Map<String, ProducerRecord<byte[], byte[]>> refused = Map.ofEntries(
                entry(
                        "more than an hour after its record's own time",
                        figure(topic, HOME, Bench.figure("x", "CHN", "2.7", ahead.toString()))),
                entry("its producer places keys otherwise", figure(topic, ELSEWHERE, CHINA)),
                entry(
                        "the number has more than 34 digits or an exponent beyond 60",
                        figure(topic, HOME, CHINA.replace("2.7", "1e99999999999999999999"))),
                entry("too large:", figure(topic, HOME, CHINA + " ".repeat(300_000))),
                entry("it begins with a zero byte", figure(topic, HOME, "\0\0\0\0\1" + CHINA)),
                entry(
                        "which nobody sees",
                        figure(topic, HOME, CHINA.replace("\"s\"", "\"s\",\"locator\":\"\\u202e\""))),
                entry("does not belong on the topic", policy),
                entry("is not a code", figure(topic, HOME, CHINA.replace("\"x\"", '"' + "x".repeat(81) + '"'))),
                entry(
                        "visible characters without",
                        figure(topic, HOME, CHINA.replace("\"s\"", '"' + "s".repeat(161) + '"'))),
                entry("is not one line of 1 to", rule(bench, "'title':'" + "t".repeat(2_001) + "'")),
                entry("its name is longer than 1000 bytes", rule(bench, "'labels':{'" + "l".repeat(1_001) + "':'l'}")));
        assertThat(refused.keySet()).containsExactlyInAnyOrderElementsOf(Manual.messages("the reason"));

        for (ProducerRecord<byte[], byte[]> record : refused.values()) {
            bench.send(record);
        }

        List<String> letters = bench.awaitLetters(refused.size());
        assertThat(refused.keySet())
                .allSatisfy(reason -> assertThat(letters).anyMatch(letter -> letter.contains(reason)));
    }

    private static ProducerRecord<byte[], byte[]> figure(String topic, int partition, String figure) {
        return new ProducerRecord<>(topic, partition, "x".getBytes(UTF_8), figure.getBytes(UTF_8));
    }

    private static ProducerRecord<byte[], byte[]> rule(Bench bench, String field) {
        String rule = Bench.json("'id':'r','series':{'indicator':'x'},'when':{'value':{'atLeast':1}}," + field);
        return new ProducerRecord<>(bench.topics.rules(), HOME, "r".getBytes(UTF_8), rule.getBytes(UTF_8));
    }

    @Test
    void theLargestRuleThereMayBeIsToldInAlertsThatABrokerTakes() throws Exception {
        Bench bench = bench("largest.", 1);
        // Nearly as many bytes as a message may have, in long texts and in characters of three bytes.
        String labels = IntStream.range(0, 64)
                .mapToObj(i -> "l" + i + ": '" + "a".repeat(2_000) + "', m" + i + ": '" + "\u7814".repeat(650) + "'")
                .collect(Collectors.joining(", "));
        bench.rule(
                "{id: largest, title: '" + "t".repeat(2_000) + "', labels: {" + labels
                        + "}, series: {indicator: '*'}, when: {value: {atLeast: 2.6}}}",
                Instant.parse("2024-01-01T00:00:00Z"));
        bench.send(0, "x", CHINA.replace("\"value\"", "\"unit\":\"" + "\u00e9".repeat(2_000) + "\",\"value\""));

        bench.awaitAlertsInAnyOrder(CHINA_RAISED, CHINA_RAISED);
        assertThat(bench.records(bench.topics.openAlerts())).hasSize(2);
        bench.stop();
        bench.process();
        bench.send(0, "x", USA);
        bench.awaitAlertsInAnyOrder(CHINA_RAISED, CHINA_RAISED, USA_RAISED, USA_RAISED);
        assertThat(bench.letters()).isEmpty();
    }

    private static ProducerRecord<byte[], byte[]> withHeader(Bench bench, String name, byte @Nullable [] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(bench.topics.indicators(), 0, "x".getBytes(UTF_8), CHINA.getBytes(UTF_8));
        record.headers().add(name, value);
        return record;
    }

    private static String correction(String fact, Instant at) {
        return Bench.json("'fact':'" + id(fact) + "','state':'void','because':'a test','at':'" + at + "'");
    }

    private static String id(String figure) {
        return FactId.of((Observation) new IndicatorCodec().read(figure.getBytes(UTF_8)));
    }

    private List<ListedFact> facts(Bench bench) {
        List<ListedFact> facts = new ArrayList<>();
        new FactsOnTopics(bench.server(), bench.topics, directory, all -> new Unseen())
                .forEach(FactFilter.EVERYTHING::wants, facts::add);
        return facts;
    }

    private TopicFacts.About about(Bench bench) {
        return new TopicFacts(bench.server(), bench.topics, directory, all -> new Unseen()).about();
    }

    /** A processor at work, with a rule. */
    private Bench bench(String prefix, int partitions) throws Exception {
        Bench made = new Bench(broker, directory, prefix, partitions);
        bench = made;
        made.rule(LOW, Instant.EPOCH);
        made.process();
        return made;
    }

    private static final class Unseen implements ReplayProgress {
        @Override
        public void accept(long count) {}

        @Override
        public void close() {}
    }
}
