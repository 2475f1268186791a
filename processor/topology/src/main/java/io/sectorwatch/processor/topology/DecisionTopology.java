package io.sectorwatch.processor.topology;

import io.sectorwatch.processor.scorecard.Slice;
import io.sectorwatch.processor.serde.EnvelopeSerializer;
import io.sectorwatch.processor.serde.SliceSerde;
import io.sectorwatch.processor.state.CardStore;
import io.sectorwatch.processor.state.DecisionStore;
import io.sectorwatch.processor.state.HeapStore;
import io.sectorwatch.processor.state.HeapStoreBuilder;
import io.sectorwatch.processor.topology.DecisionProcessor.Known;
import io.sectorwatch.processor.topology.DecisionProcessor.Output;
import io.sectorwatch.processor.topology.DecisionProcessor.Told;
import io.sectorwatch.schemas.event.Envelope;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The way of the data: facts and rules of a partition meet, in the order of their knowledge time, in one processor that
 * decides; what it knows of each sector goes on to another that puts the scorecards together.
 */
public final class DecisionTopology {
    /** Names the topic between the two processors. */
    public static final String SLICES = "sector-slices";

    // Records of many decades stand in one segment only if its age, taken from their timestamps, does not end it.
    private static final Map<String, String> CHANGELOG =
            Map.of(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Long.MAX_VALUE));

    private static final Serde<Envelope> ENVELOPES = Serdes.serdeFrom(new EnvelopeSerializer(), (topic, bytes) -> {
        throw new UnsupportedOperationException("the processor does not read from " + topic);
    });

    /** The topology for some topics, with a topic of alerts for each of the sectors. */
    public static Topology of(Topics topics, List<String> sectors) {
        return of(topics, sectors, FactsAndRules.apart(topics));
    }

    /** The same, told where facts and rules are. */
    public static Topology of(Topics topics, List<String> sectors, FactsAndRules inputs) {
        return of(topics, Set.copyOf(sectors)::contains, inputs);
    }

    /** The same, with sectors that may change while it is at work. */
    public static Topology of(Topics topics, SubscribedSectors sectors, FactsAndRules inputs) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(StreamsSettings.ofTopology(topics)));
        KStream<String, Output> decided = decisions(builder, inputs);
        alerts(told(decided), topics, sectors);
        scorecards(known(decided), topics);
        return builder.build();
    }

    /** The topics that Kafka Streams makes for an application of it. */
    public static List<String> internalTopics(String applicationId) {
        return List.of(
                applicationId + '-' + DecisionStore.NAME + "-changelog",
                applicationId + '-' + CardStore.NAME + "-changelog",
                applicationId + '-' + SLICES + "-repartition");
    }

    /** The settings without which the topology does not behave as promised, whatever runs it. */
    public static Map<String, Object> settings(Topics topics) {
        return StreamsSettings.common(topics);
    }

    private static KStream<String, Output> decisions(StreamsBuilder builder, FactsAndRules inputs) {
        // One source for all three: in the order of their timestamps, and without a node for each merge.
        return builder.stream(
                        inputs.topics(),
                        // A key is looked at only where it names a rule to remove.
                        Consumed.with(Serdes.ByteArray(), inputs.serde())
                                .withTimestampExtractor(inputs.times())
                                .withName("facts-and-rules"))
                .process(
                        supplier(
                                () -> new DecisionProcessor(inputs),
                                new HeapStoreBuilder<>(DecisionStore.NAME, DecisionStore::new, CHANGELOG)),
                        Named.as("decide"));
    }

    private static void alerts(KStream<String, Told> told, Topics topics, SubscribedSectors sectors) {
        told.mapValues(Told::envelope, Named.as("transitions"))
                .to(topics.alerts(), Produced.with(Serdes.String(), ENVELOPES).withName("alerts"));
        told.mapValues(DecisionTopology::openOrGone, Named.as("open-or-gone"))
                .to(
                        topics.openAlerts(),
                        Produced.with(Serdes.String(), ENVELOPES).withName("alerts-open"));
        told.filter((key, value) -> sectors.contains(value.transition().series().sector()), Named.as("of-sectors"))
                .mapValues(Told::envelope, Named.as("transitions-of-sectors"))
                .to(
                        new SectorTopic(topics),
                        Produced.with(Serdes.String(), ENVELOPES).withName("alerts-of-sectors"));
    }

    private static void scorecards(KStream<String, Slice> slices, Topics topics) {
        slices.repartition(Repartitioned.with(Serdes.String(), new SliceSerde()).withName(SLICES))
                .process(
                        supplier(
                                ScorecardProcessor::new,
                                new HeapStoreBuilder<>(CardStore.NAME, CardStore::new, CHANGELOG)),
                        Named.as("put-together"))
                .to(
                        topics.scorecards(),
                        Produced.with(Serdes.String(), ENVELOPES).withName("scorecards"));
    }

    private static KStream<String, Told> told(KStream<String, Output> decided) {
        return decided.filter((key, output) -> output instanceof Told, Named.as("told"))
                .mapValues(output -> (Told) output, Named.as("as-told"));
    }

    private static KStream<String, Slice> known(KStream<String, Output> decided) {
        return decided.filter((key, output) -> output instanceof Known, Named.as("known"))
                .mapValues(output -> ((Known) output).slice(), Named.as("as-slices"));
    }

    private static @Nullable Envelope openOrGone(Told told) {
        return told.transition().transition().opens() ? told.envelope() : null;
    }

    private static <A, B, C, D, S extends HeapStore> ProcessorSupplier<A, B, C, D> supplier(
            Supplier<Processor<A, B, C, D>> processors, HeapStoreBuilder<S> store) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<A, B, C, D> get() {
                return processors.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(store);
            }
        };
    }

    private DecisionTopology() {}
}
