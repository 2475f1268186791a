package io.sectorwatch.launcher.command;

import io.sectorwatch.ingest.publish.Publisher;
import io.sectorwatch.launcher.alerts.AlertFilter;
import io.sectorwatch.launcher.alerts.Alerts;
import io.sectorwatch.launcher.demo.DemoFacts;
import io.sectorwatch.launcher.demo.DemoRules;
import io.sectorwatch.launcher.scorecard.ScorecardTable;
import io.sectorwatch.launcher.scorecard.Scorecards;
import io.sectorwatch.launcher.server.Offsets;
import io.sectorwatch.launcher.server.ProcessingEnd;
import io.sectorwatch.launcher.server.Server;
import io.sectorwatch.launcher.server.TopicReader;
import io.sectorwatch.processor.DecisionTopology;
import io.sectorwatch.schemas.message.Message;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job: the brief and the history go through Kafka and come out as alerts. */
@Command(
        name = "demo",
        description = "Publish the brief and the historical figures, and watch the alerts they raise, until Ctrl-C.")
final class DemoCommand extends Subcommand {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
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

        TransitionOutput out = new TransitionOutput(root, OutputOption.Format.TABLE, AlertFilter.everything());
        try (TopicReader alerts = new TopicReader(server, service.topics().alerts())) {
            untilProcessed(installation, server, alerts, out);
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

    private void untilProcessed(Installation installation, Server server, TopicReader alerts, TransitionOutput out) {
        try (ProcessingEnd end = new ProcessingEnd(
                        server,
                        DecisionTopology.of(service.topics(), service.sectors()),
                        outsideTopics(),
                        Installation.applicationId(service.topics()));
                Admin admin = server.admin()) {
            long progress = -1;
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!installation.ended()) {
                List<Alerts.Published> transitions = Alerts.of(alerts.poll(STEP));
                out.print(transitions);
                if (transitions.isEmpty() && end.reached()) {
                    out.print(Alerts.of(alerts.readThroughOpenTransactions(new Offsets(admin))));
                    return;
                }
                long now = end.progress();
                if (now != progress) {
                    progress = now;
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw CommandException.failed("the processor has made no progress for " + PATIENCE.toSeconds()
                            + " s; the log in the data directory says more");
                }
            }
        }
    }

    private Set<String> outsideTopics() {
        return service.topics().all(service.partitions(), service.sectors()).stream()
                .map(topic -> topic.name())
                .collect(Collectors.toSet());
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
