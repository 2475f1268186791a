package io.sectorwatch.launcher.command;

import io.sectorwatch.deliver.delivery.TargetCounts;
import io.sectorwatch.deliver.delivery.TargetStanding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints how the targets stand. */
@Command(
        name = "list",
        description =
                "Print the targets of a file: how far behind each is, how many alerts it was told, how often it had to "
                        + "be asked again, what it has refused, and what it is waited for.")
final class DeliverListCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private TargetsOption options = new TargetsOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        TargetStanding.all(serverOptions.server(), prefix.topics(), options.targets(root)).stream()
                .map(DeliverListCommand::line)
                .forEach(root.out()::println);
        return DONE;
    }

    private static String line(TargetStanding standing) {
        TargetCounts counts = standing.counts();
        String head = standing.target().name() + "  " + standing.target().kind() + " "
                + standing.target().plan().place() + "  ";
        if (!standing.isKnown()) {
            return head + "not begun";
        }
        return head + "behind " + standing.behind() + (standing.isCounted() ? "" : " or fewer") + ", delivered "
                + counts.delivered() + ", asked again "
                + counts.retried() + ", parked " + standing.parked()
                + (counts.waiting().isEmpty() ? "" : "; waits: " + counts.waiting());
    }
}
