package io.sectorwatch.launcher.command;

import io.sectorwatch.application.alerts.AlertFilter;
import io.sectorwatch.application.alerts.Alerts;
import io.sectorwatch.application.alerts.ReleasesOnTopics;
import io.sectorwatch.application.codes.KnownCodes;
import io.sectorwatch.application.rules.NamesOnTopic;
import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The transitions so far. */
@Command(
        name = "alerts",
        description = "Print the transitions of all alerts so far, or explain one alert.",
        subcommands = AlertsShowCommand.class)
final class AlertsCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Option(names = "--follow", description = "Go on with those that come, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--open", description = "Only the last transition of each alert that is open now.")
    private boolean open;

    @Option(names = "--rule", split = ",", paramLabel = "RULE", description = "Only of these rules, by their ids.")
    private Set<String> rules = Set.of();

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
    private SinceOption since = new SinceOption();

    @Mixin
    private ListOutputOption output = new ListOutputOption();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        if (open && follow) {
            throw CommandException.unusable("--open shows the present, --follow what comes: choose one");
        }
        Server server = serverOptions.server();
        server.require(rights(prefix.topics()));
        AlertFilter filter = new AlertFilter(rules, areas, sectors, severities, since.moment());
        TransitionOutput out = new TransitionOutput(
                root,
                output.format(),
                filter,
                new NamesOnTopic(server, prefix.topics()),
                new ReleasesOnTopics(server, prefix.topics()));
        KnownCodes codes = new KnownCodes();
        Consumer<List<Alerts.Published>> printer = transitions -> {
            transitions.forEach(published -> codes.add(published.transition()));
            out.print(transitions);
        };
        if (open) {
            printer.accept(Alerts.open(server, prefix.topics(), root.err()::println));
        } else {
            Alerts.follow(server, prefix.topics(), () -> follow && !out.closed(), root.err()::println, printer);
        }
        if (!out.printedAny()) {
            Unmet.say(root, filter.unmet(codes), open ? "open alert" : "alert");
        }
        return DONE;
    }

    // For people each is told with the name of its rule.
    private List<Right> rights(Topics topics) {
        Right ofAlerts = Right.toRead(open ? topics.openAlerts() : topics.alerts());
        return output.format() == ListOutputOption.Format.JSONL
                ? List.of(ofAlerts)
                : List.of(
                        ofAlerts,
                        Right.toRead(topics.rules()),
                        Right.toDescribe(topics.indicators()),
                        Right.toDescribe(topics.policies()),
                        Right.toDescribe(topics.alerts()));
    }
}
