package io.sectorwatch.processor.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.topology.DecisionTopology;
import io.sectorwatch.processor.topology.FactsAndRules;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.processor.topology.SubscribedSectors;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.json.ScorecardCodec;
import io.sectorwatch.schemas.json.SectorCardCodec;
import io.sectorwatch.schemas.json.TransitionCodec;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.IndicatorMessage;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The real topology in this process, without a broker: events go in one by one, what was decided comes out. */
public final class Simulation implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> indicators;
    private final TestInputTopic<byte[], byte[]> policies;
    private final TestInputTopic<byte[], byte[]> rules;
    private final TestOutputTopic<String, byte[]> alerts;
    private final TestOutputTopic<String, byte[]> scorecards;
    private final TestOutputTopic<byte[], byte[]> deadLetters;
    private final SortedMap<String, Scorecard> areaCards = new TreeMap<>();
    private final SortedMap<String, SectorCard> sectorCards = new TreeMap<>();

    public Simulation() {
        this(Set.copyOf(Topics.DEFAULT_SECTORS)::contains);
    }

    /** With topics for the alerts of some sectors. */
    public Simulation(SubscribedSectors sectors) {
        Properties config = new Properties();
        config.put("application.id", "simulation");
        config.put("bootstrap.servers", "unused:0");
        config.putAll(DecisionTopology.settings(topics));
        driver = new TopologyTestDriver(
                DecisionTopology.of(topics, sectors, FactsAndRules.apart(topics)), config, Instant.EPOCH);
        indicators = input(topics.indicators());
        policies = input(topics.policies());
        rules = input(topics.rules());
        alerts = driver.createOutputTopic(topics.alerts(), new StringDeserializer(), new ByteArrayDeserializer());
        scorecards =
                driver.createOutputTopic(topics.scorecards(), new StringDeserializer(), new ByteArrayDeserializer());
        deadLetters = driver.createOutputTopic(
                topics.deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Feeds a fact on its own, or a tick. */
    public void accept(Message message) {
        accept(message, null);
    }

    /** Feeds a fact, of a release unless that is null. */
    public void accept(Message message, @Nullable String release) {
        Envelope envelope = Envelope.of(message);
        feed(
                release == null ? envelope : envelope.withRelease(release),
                message.time(),
                message instanceof IndicatorMessage ? indicators : policies);
    }

    /** Closes a release on the topic of observations or of policy events. */
    public void close(ClosedRelease release, boolean ofPolicies) {
        feed(Envelope.of(release), release.time(), ofPolicies ? policies : indicators);
    }

    /** Corrects an observation or a policy event. */
    public void correct(Correction correction, boolean ofPolicies) {
        feed(Envelope.of(correction), correction.time(), ofPolicies ? policies : indicators);
    }

    /** Feeds bytes to the topic of indicators, as a producer without our library may. */
    public void acceptRaw(byte[] value, Instant time) {
        acceptRaw(topics.indicators(), new TestRecord<>(new byte[0], value, new RecordHeaders(), time));
    }

    /** Feeds a record to a topic of facts or rules, as a producer without our library may. */
    public void acceptRaw(String topic, TestRecord<byte[], byte[]> record) {
        input(topic).pipeInput(record);
    }

    /** Puts a rule into effect. */
    public void apply(Rule rule, Instant at) {
        ProducerRecord<byte[], byte[]> record =
                RulePublisher.records(List.of(rule), topics, 1, at).get(0);
        rules.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), at));
    }

    /** Removes a rule. */
    @SuppressWarnings("NullAway") // Kafka's contract: a tombstone has no value.
    public void remove(String rule, Instant at) {
        rules.pipeInput(new TestRecord<>(rule.getBytes(UTF_8), null, new RecordHeaders(), at));
    }

    /** What was decided since the last time. */
    public List<Transition> transitions() {
        TransitionCodec codec = new TransitionCodec();
        return alerts.readValuesToList().stream().map(codec::read).toList();
    }

    /** The same as bytes. */
    public List<byte[]> transitionBytes() {
        return alerts.readValuesToList();
    }

    /** The newest scorecards of areas by key, of all that were published since the last time. */
    public SortedMap<String, Scorecard> scorecards() {
        readCards();
        SortedMap<String, Scorecard> cards = new TreeMap<>(areaCards);
        areaCards.clear();
        return cards;
    }

    /** The newest scorecards of sectors by key, of all that were published since the last time. */
    public SortedMap<String, SectorCard> sectorCards() {
        readCards();
        SortedMap<String, SectorCard> cards = new TreeMap<>(sectorCards);
        sectorCards.clear();
        return cards;
    }

    /** Why each of the events was refused that went to the dead letters since the last time. */
    public List<String> refused() {
        List<String> reasons = new ArrayList<>();
        deadLetters.readRecordsToList().forEach(letter -> reasons.add(reason(letter.headers())));
        return reasons;
    }

    /** The topic's records as they were written, headers included. */
    public List<TestRecord<String, byte[]>> records(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    public Topics topics() {
        return topics;
    }

    @Override
    public void close() {
        driver.close();
    }

    private void readCards() {
        driver.advanceWallClockTime(PAUSE);
        driver.advanceWallClockTime(PAUSE);
        scorecards.readKeyValuesToList().forEach(card -> {
            if (SectorCard.isKey(card.key)) {
                sectorCards.put(card.key, new SectorCardCodec().read(card.value));
            } else {
                areaCards.put(card.key, new ScorecardCodec().read(card.value));
            }
        });
    }

    private static void feed(Envelope envelope, Instant time, TestInputTopic<byte[], byte[]> topic) {
        Headers headers = new RecordHeaders();
        envelope.writeTo(headers);
        topic.pipeInput(new TestRecord<>(envelope.subject().getBytes(UTF_8), envelope.value(), headers, time));
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static String reason(Headers headers) {
        var header = headers.lastHeader("__streams.errors.message");
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
