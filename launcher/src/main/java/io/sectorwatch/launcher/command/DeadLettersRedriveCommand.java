package io.sectorwatch.launcher.command;

import io.sectorwatch.application.deadletters.LetterChoice;
import io.sectorwatch.application.deadletters.Redrive;
import java.util.Set;
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

        LetterChoice letters() {
            return all ? new LetterChoice.All() : new LetterChoice.Offsets(offsets);
        }
    }

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Redrive redrive = new Redrive(serverOptions.server(), prefix.topics());
        long[] refused = {0};
        Redrive.Outcome outcome = redrive.run(choice.letters(), left -> {
            refused[0] += left.isDone() ? 0 : 1;
            if (refused[0] <= SHOWN) {
                root.err().println("Offset " + left.letter().offset() + " is left: " + left.reason());
            }
        });
        if (outcome.refused() > SHOWN) {
            root.err().println(outcome.refused() - SHOWN + " more are left.");
        }
        outcome.unknown().forEach(offset -> root.err().println("Offset " + offset + " is no dead letter."));
        root.err()
                .println("Redrove " + outcome.redriven()
                        + (outcome.redriven() == 1 ? " dead letter." : " dead letters."));
        return outcome.refused() == 0 && outcome.unknown().isEmpty() ? DONE : CommandException.FAILURES_FOUND;
    }
}
