package io.sectorwatch.launcher.command;

import io.sectorwatch.application.alerts.AlertFilter;
import io.sectorwatch.application.alerts.Alerts;
import io.sectorwatch.application.demo.DemoFacts;
import io.sectorwatch.application.demo.DemoRules;
import io.sectorwatch.application.scorecard.Scorecards;
import io.sectorwatch.application.server.ProcessingEnd;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import io.sectorwatch.ingest.publish.Publisher;
import io.sectorwatch.launcher.table.ScorecardTable;
import io.sectorwatch.processor.topology.DecisionTopology;
import io.sectorwatch.processor.topology.FactsAndRules;
import io.sectorwatch.schemas.message.Message;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.Topology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job: the brief and the history go through Kafka and come out as alerts. */
@Command(
        name = "demo",
        description = "Publish the brief and the historical figures, and watch the alerts they raise, until Ctrl-C.")
final class DemoCommand extends Subcommand {
    private static final Duration STEP = Duration.ofMillis(100);
    // What a killed run left open is given up after that long, and until then holds up every reader.
    private static final String TRANSACTION_TIMEOUT_MS = "10000";

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Option(names = "--exit", description = "End once all is processed.")
    private boolean exit;

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        CompletableFuture<List<Message>> facts = CompletableFuture.supplyAsync(DemoFacts::inOrder);
        Installation installation = service.installation(root);
        Server server = service.serverWithTopics(installation);
        root.err().println("Kafka answers at " + server.address() + ".");
        DemoRules.publish(server, service.topics(), service.partitions());
        publish(root, server, facts.join());
        service.startProcessor(installation, server);

        String applicationId = Installation.applicationId(service.topics());
        TransitionOutput out = new TransitionOutput(root, OutputOption.Format.TABLE, AlertFilter.everything());
        try (TopicReader alerts = new TopicReader(server, service.topics().alerts())) {
            try (ProcessingEnd end = new ProcessingEnd(server, applicationId, sources(applicationId), Map.of())) {
                new Following(installation, server)
                        .until(end, () -> true, alerts, records -> out.print(Alerts.of(records)));
            }
            if (!installation.ended()) {
                root.out().println();
                root.out().print(ScorecardTable.of(Scorecards.newest(server, service.topics())));
                root.err().print(whatNext(server));
            }
            while (!exit && !installation.ended()) {
                out.print(Alerts.of(alerts.poll(STEP)));
            }
        }
        if (installation.ended()) {
            installation.awaitEnd();
        }
        return DONE;
    }

    private void publish(SectorwatchCommand root, Server server, List<Message> facts) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS);
        // The same id every time, so that a new run ends at once what a killed one left open.
        String transactionalId = service.topics().prefix() + "demo";
        try (Publisher publisher = new Publisher(config, service.topics(), transactionalId);
                PublishingProgress progress = new PublishingProgress(root.err(), root.progressScreen(), facts.size())) {
            publisher.publish(facts, progress);
        }
    }

    // The scorecards too, which are put together behind a topic of their own.
    private Set<String> sources(String applicationId) {
        FactsAndRules inputs = FactsAndRules.apart(service.topics());
        Topology topology = DecisionTopology.of(service.topics(), service.sectors(), inputs);
        return ProcessingEnd.sources(topology, inputs.topics(), applicationId);
    }

    private String whatNext(Server server) {
        return (exit
                        ? "Next: ./sectorwatch run with the same options keeps all this running. Then:\n"
                        : "Next, in another terminal (Ctrl-C here stops all):\n")
                + Hint.of(service.command(server, "alerts", "--open"), "what is open now")
                + Hint.of(service.command(server, "alerts", "--follow"), "what comes")
                + Hint.of(
                        List.of(
                                "kcat",
                                "-b " + server.address(),
                                "-t " + service.topics().alerts(),
                                "-C -e"),
                        "");
    }
}
