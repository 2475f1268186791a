package io.sectorwatch.application.demo;

import io.sectorwatch.application.alerts.Alerts;
import io.sectorwatch.application.ingest.PublicationProgress;
import io.sectorwatch.application.installation.AlertFeed;
import io.sectorwatch.application.installation.Service;
import io.sectorwatch.application.scorecard.Scorecards;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.ingest.intake.Intake;
import io.sectorwatch.ingest.publish.Publisher;
import io.sectorwatch.ingest.vintage.KnownFacts;
import io.sectorwatch.processor.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** The brief and the history go through Kafka and come out as alerts. */
public final class Demonstration {
    // What a killed run left open is given up after that long, and until then holds up every reader.
    private static final String TRANSACTION_TIMEOUT_MS = "10000";

    private final CompletableFuture<Intake> facts = CompletableFuture.supplyAsync(DemoFacts::read);

    private final List<Rule> rules;

    /** Under its own rules; begins to read the facts, which takes no longer than a broker takes to start. */
    public Demonstration() {
        this(DemoRules.builtIn());
    }

    /** Under others. */
    public Demonstration(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Publishes rules and facts, and starts deciding; what is there from an earlier time changes nothing.
     *
     * @param progress is told how many facts there are, and then of each
     */
    public void start(Service service, LongFunction<PublicationProgress> progress) {
        TopicLayout layout = service.layout();
        DemoRules.publish(rules, service.server(), layout.topics(), layout.partitions());
        publish(service.server(), layout, progress);
        service.startProcessor();
    }

    /**
     * Gives what is decided until the service has ended.
     *
     * @param state takes the scorecards once all is processed
     * @param goesOn whether to go on then
     */
    public void follow(
            Service service, Consumer<List<Alerts.Published>> decisions, Consumer<Scorecards> state, boolean goesOn) {
        try (AlertFeed alerts = service.alerts()) {
            alerts.untilAllIsProcessed(decisions);
            if (!service.ended()) {
                state.accept(
                        Scorecards.settled(service.server(), service.layout().topics()));
            }
            if (goesOn) {
                alerts.untilTheEnd(decisions);
            }
        }
        if (service.ended()) {
            service.awaitEnd();
        }
    }

    private void publish(Server server, TopicLayout layout, LongFunction<PublicationProgress> progress) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MS);
        // The same id every time, so that a new run ends at once what a killed one left open.
        try (Intake intake = facts.join();
                Publisher publisher =
                        new Publisher(config, layout.topics(), layout.topics().prefix() + "demo");
                PublicationProgress shown = progress.apply(intake.facts())) {
            intake.compare(KnownFacts.NONE).forEach((batch, all) -> publisher.publish(batch.count(), all, shown));
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary files cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
