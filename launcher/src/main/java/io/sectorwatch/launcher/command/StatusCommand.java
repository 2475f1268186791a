package io.sectorwatch.launcher.command;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.status.InstallationStatus;
import io.sectorwatch.application.status.StatusLook;
import io.sectorwatch.launcher.table.StatusText;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether all is well. */
@Command(
        name = "status",
        description = "Say whether a processor is deciding, how far it is behind and up to which knowledge time it has"
                + " decided; which dead letters there are, rules without a series, topics that are missing or not as they"
                + " must be. A processor that was killed or frozen leaves its group within 45 seconds; until then it is"
                + " known by committing nothing while something waits.")
final class StatusCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long something must wait, and nothing be committed, until the processor is said to stand"
                    + " still (default: ${DEFAULT-VALUE}).")
    private int patience = 10;

    @Option(names = "--fast", description = "Leave out rules without a series, for which all facts are read.")
    private boolean fast;

    @Mixin
    private JsonOutputOption output = new JsonOutputOption();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Server server = serverOptions.server();
        Topics topics = prefix.topics();
        Duration watched = Duration.ofSeconds(Math.max(0, patience));
        try (StatusLook look = new StatusLook(server, topics)) {
            InstallationStatus status =
                    look.look(watched, fast ? null : () -> TopicFactsReading.of(root, server, topics));
            if (output.isJson()) {
                root.out().println(StatusText.forPrograms(status));
            } else {
                root.out().print(StatusText.forPeople(status, watched, root.screen()));
            }
            root.out().flush();
            return status.isWell() ? DONE : CommandException.FAILURES_FOUND;
        }
    }
}
