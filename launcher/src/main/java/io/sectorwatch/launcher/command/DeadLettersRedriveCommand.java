package io.sectorwatch.launcher.command;

import io.sectorwatch.application.deadletters.Redrive;
import io.sectorwatch.application.server.Server;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Publishes dead letters again. */
@Command(
        name = "redrive",
        description = "Publish dead letters again, byte for byte, to where they came from. One that would be refused"
                + " again is left, with exit status 1; one that was redriven before is left, too.")
final class DeadLettersRedriveCommand extends Subcommand {
    private static final int SHOWN = 20;

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    private static final class Choice {
        @Option(names = "--all", required = true, description = "All of them.")
        private boolean all;

        @Option(
                names = "--offset",
                required = true,
                split = ",",
                paramLabel = "N",
                description = "These, by their offsets as list prints them.")
        private Set<Long> offsets = Set.of();
    }

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Server server = serverOptions.server();
        server.requireAnswer();
        Set<Long> unknown = new TreeSet<>(choice.offsets);
        long[] left = {0};
        long redriven = new Redrive(server, prefix.topics())
                .run(
                        offset -> {
                            unknown.remove(offset);
                            return choice.all || choice.offsets.contains(offset);
                        },
                        letter -> {
                            if (letter.isDone() && choice.all) {
                                return;
                            }
                            left[0] += letter.isDone() ? 0 : 1;
                            if (left[0] <= SHOWN) {
                                root.err()
                                        .println("Offset " + letter.letter().offset() + " is left: " + letter.reason());
                            }
                        });
        if (left[0] > SHOWN) {
            root.err().println(left[0] - SHOWN + " more are left.");
        }
        unknown.forEach(offset -> root.err().println("Offset " + offset + " is no dead letter."));
        root.err().println("Redrove " + redriven + (redriven == 1 ? " dead letter." : " dead letters."));
        return left[0] == 0 && unknown.isEmpty() ? DONE : CommandException.FAILURES_FOUND;
    }
}
