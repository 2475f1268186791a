package io.sectorwatch.launcher.command;

import io.sectorwatch.schemas.message.Correction.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes void facts valid again. */
@Command(name = "reinstate", description = "Make void facts valid again. All of them, or none where an id is wrong.")
final class FactsReinstateCommand extends Subcommand {
    @Mixin
    private CorrectionOptions options = new CorrectionOptions();

    @Option(
            names = "--because",
            defaultValue = "reinstated",
            paramLabel = "TEXT",
            description = "Why, for people (default: ${DEFAULT-VALUE}).")
    private String because = "";

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        options.correct(root, State.VALID, because);
        return DONE;
    }
}
