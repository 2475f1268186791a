package io.sectorwatch.application.installation;

import io.sectorwatch.application.alerts.Alerts;
import io.sectorwatch.application.server.ProcessingEnd;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.processor.topology.DecisionTopology;
import io.sectorwatch.processor.topology.FactsAndRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.Topology;

/** The transitions that the processor of an installation decides, from the first one on. */
public final class AlertFeed implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(100);

    private final Installation installation;
    private final Server server;
    private final TopicLayout layout;
    private final TopicReader reader;

    AlertFeed(Installation installation, Server server, TopicLayout layout) {
        this.installation = installation;
        this.server = server;
        this.layout = layout;
        this.reader = new TopicReader(server, layout.topics().alerts());
    }

    /** Leaves out those that are there already. */
    public void skipToEnd() {
        reader.skipToEnd();
    }

    /** Gives them until all there is has been processed, or the installation has ended. */
    public void untilAllIsProcessed(Consumer<List<Alerts.Published>> taker) {
        String applicationId = Installation.applicationId(layout.topics());
        try (ProcessingEnd end = new ProcessingEnd(server, applicationId, sources(applicationId), Map.of())) {
            new Following(installation, server)
                    .until(end, () -> true, reader, records -> taker.accept(Alerts.of(records)));
        }
    }

    /** Gives them until the installation has ended. */
    public void untilTheEnd(Consumer<List<Alerts.Published>> taker) {
        while (!installation.ended()) {
            taker.accept(Alerts.of(reader.poll(STEP)));
        }
    }

    @Override
    public void close() {
        reader.close();
    }

    // The scorecards too, which are put together behind a topic of their own.
    private Set<String> sources(String applicationId) {
        FactsAndRules inputs = FactsAndRules.apart(layout.topics());
        Topology topology = DecisionTopology.of(layout.topics(), layout.sectors(), inputs);
        return ProcessingEnd.sources(topology, inputs.topics(), applicationId);
    }
}
