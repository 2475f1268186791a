package io.sectorwatch.launcher.command;

import io.sectorwatch.deliver.config.ConfiguredTarget;
import io.sectorwatch.deliver.config.Targets;
import io.sectorwatch.deliver.delivery.MarkedAlert;
import io.sectorwatch.deliver.targets.Reply;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tries a target. */
@Command(
        name = "test",
        description =
                "Send one alert to a target that is marked as a test, whatever the target's filter says, and print "
                        + "what came back. Needs no Kafka server.")
final class DeliverTestCommand extends Subcommand {
    @Parameters(paramLabel = "TARGET", description = "The name of a target in the file.")
    private String name = "";

    @Mixin
    private TargetsOption options = new TargetsOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Targets targets = options.targets(root);
        ConfiguredTarget target = TargetsFile.target(targets, name);
        try {
            Reply reply = MarkedAlert.send(target, targets.page(), Instant.now());
            String outcome = reply instanceof Reply.Taken
                    ? "has taken it"
                    : reply instanceof Reply.Refused ? "refuses it" : "does not take it now";
            root.out().println(name + " (" + target.plan().place() + ") " + outcome + ": " + reply.words());
            return reply instanceof Reply.Taken ? DONE : CommandException.FAILURES_FOUND;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CommandException.FAILURES_FOUND;
        }
    }
}
