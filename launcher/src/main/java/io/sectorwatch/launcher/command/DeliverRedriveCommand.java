package io.sectorwatch.launcher.command;

import io.sectorwatch.deliver.redrive.TargetRedrive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells targets once more what they have refused. */
@Command(
        name = "redrive",
        description =
                "Tell the targets of a file once more what they have refused. What is refused again stays parked, with "
                        + "exit status 1.")
final class DeliverRedriveCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private TargetsOption options = new TargetsOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        TargetRedrive redrive = new TargetRedrive(serverOptions.server(), prefix.topics());
        int[] left = {0};
        try {
            int taken = redrive.run(options.targets(root), (parked, why) -> {
                left[0]++;
                root.err().println("Offset " + parked.offset() + " of " + parked.target() + " is left: " + why);
            });
            root.err().println("Redrove " + taken + (taken == 1 ? " alert." : " alerts."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CommandException.FAILURES_FOUND;
        }
        return left[0] == 0 ? DONE : CommandException.FAILURES_FOUND;
    }
}
