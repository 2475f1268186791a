package io.sectorwatch.launcher.command;

import io.sectorwatch.application.advice.TypedCommand;
import io.sectorwatch.application.demo.DemoRules;
import io.sectorwatch.application.demo.Demonstration;
import io.sectorwatch.application.installation.Service;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.launcher.table.ScorecardTable;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job: the brief and the history go through Kafka and come out as alerts. */
@Command(
        name = "demo",
        description = "Publish the brief and the historical figures, and watch the alerts they raise, until Ctrl-C.")
final class DemoCommand extends Subcommand {
    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Option(names = "--exit", description = "End once all is processed.")
    private boolean exit;

    @Mixin
    private PageAlongside page = new PageAlongside();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Demonstration demonstration = demonstration(root);
        page.check();
        Service service = options.service(root);
        root.err().println("Kafka answers at " + service.server().address() + ".");
        if (!exit) {
            page.start(service, options.data());
        }
        demonstration.start(service, new PublicationWords(root)::publishes);
        page.announce(root);

        TransitionOutput out = TransitionOutput.of(root, service);
        demonstration.follow(
                service,
                out::print,
                scorecards -> {
                    root.out().println();
                    root.out().print(ScorecardTable.of(scorecards));
                    root.err().print(whatNext(service.server()));
                },
                !exit);
        return DONE;
    }

    // Under the rules that lie beside the script, as somebody may have edited them.
    private static Demonstration demonstration(SectorwatchCommand root) {
        String rules = System.getProperty("sectorwatch.rules");
        if (rules == null) {
            return new Demonstration();
        }
        List<Path> files =
                DemoRules.FILES.stream().map(name -> Path.of(rules, name)).toList();
        return new Demonstration(RuleSource.rules(files, root.err(), "nothing was started"));
    }

    private String whatNext(Server server) {
        return (exit
                        ? "Next: " + TypedCommand.of("run") + " with the same options keeps all this running. Then:\n"
                        : "Next, in another terminal (Ctrl-C here stops all):\n")
                + Hint.of(options.command(server, "alerts", "--open"), "what is open now")
                + Hint.of(options.command(server, "alerts", "--follow"), "what comes")
                + Hint.of(
                        List.of(
                                "kcat",
                                "-b " + server.address(),
                                "-t " + options.layout().topics().alerts(),
                                "-C -e"),
                        "");
    }
}
