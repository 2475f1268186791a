package io.sectorwatch.launcher.command;

import io.sectorwatch.application.alerts.AlertFilter;
import io.sectorwatch.application.alerts.Alerts;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.TopicReader;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Everything, without the demonstration's data. */
@Command(
        name = "run",
        description = "Run broker, topics, processing and daily ticks, and print the transitions that come, until "
                + "Ctrl-C.")
final class RunCommand extends Subcommand {
    private static final Duration STEP = Duration.ofMillis(200);

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Installation installation = service.installation(root);
        Server server = service.serverWithTopics(installation);
        TransitionOutput out = new TransitionOutput(root, OutputOption.Format.TABLE, AlertFilter.everything());
        try (TopicReader alerts = new TopicReader(server, service.topics().alerts())) {
            alerts.skipToEnd();
            service.startProcessor(installation, server);
            service.startTicks(root, server);
            root.err().println("Watching at " + server.address() + ". Ctrl-C stops it. In another terminal:");
            root.err().print(Hint.of(service.command(server, "alerts"), "the transitions so far"));
            while (!installation.ended()) {
                out.print(Alerts.of(alerts.poll(STEP)));
            }
        }
        installation.awaitEnd();
        return DONE;
    }
}
