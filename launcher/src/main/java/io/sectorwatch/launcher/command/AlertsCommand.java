package io.sectorwatch.launcher.command;

import io.sectorwatch.application.alerts.AlertFilter;
import io.sectorwatch.application.alerts.Alerts;
import io.sectorwatch.application.rules.NamesOnTopic;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.schemas.message.Severity;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The transitions so far. */
@Command(name = "alerts", description = "Print the transitions of all alerts so far.")
final class AlertsCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Option(names = "--follow", description = "Go on with those that come, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--open", description = "Only the last transition of each alert that is open now.")
    private boolean open;

    @Option(names = "--area", split = ",", paramLabel = "AREA", description = "Only of these areas.")
    private Set<String> areas = Set.of();

    @Option(names = "--sector", split = ",", paramLabel = "SECTOR", description = "Only of these sectors.")
    private Set<String> sectors = Set.of();

    @Option(
            names = "--severity",
            split = ",",
            paramLabel = "SEVERITY",
            description = "Only of these severities: info, warning, critical.")
    private Set<Severity> severities = Set.of();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        if (open && follow) {
            throw CommandException.unusable("--open shows the present, --follow what comes: choose one");
        }
        Server server = serverOptions.server();
        server.requireAnswer();
        TransitionOutput out = new TransitionOutput(
                root,
                output.format(),
                new AlertFilter(areas, sectors, severities),
                new NamesOnTopic(server, prefix.topics()));
        if (open) {
            out.print(Alerts.open(server, prefix.topics()));
        } else {
            Alerts.follow(server, prefix.topics(), () -> follow && !out.closed(), out::print);
        }
        return DONE;
    }
}
