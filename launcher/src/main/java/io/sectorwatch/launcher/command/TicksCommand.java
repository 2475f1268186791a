package io.sectorwatch.launcher.command;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.ticks.ServerTicks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says that time passes. */
@Command(
        name = "ticks",
        description = "Publish a tick at the start of each UTC day, and today's at once, until Ctrl-C. Releases become "
                + "overdue and quiet periods count as such by ticks alone. 'run' does the same by itself; several at "
                + "once do no harm.")
final class TicksCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Option(names = "--once", description = "Publish today's tick if it is not there yet, and end.")
    private boolean once;

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Server server = serverOptions.server();
        server.require(ServerTicks.rights(prefix.topics()));
        ServerTicks ticks = shutdown.add(new ServerTicks(server, prefix.topics(), TickWords.all(root.err())));
        ticks.publishDue();
        if (once) {
            return DONE;
        }
        ticks.start();
        root.err().println("The next one follows at midnight UTC. Ctrl-C stops it.");
        ticks.awaitEnd();
        return DONE;
    }
}
