package io.sectorwatch.launcher.command;

import io.sectorwatch.schemas.message.Correction.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes facts void. */
@Command(
        name = "void",
        description =
                "Make facts void that never should have been published here: they count as never known, and alerts"
                        + " that rest on them are taken back. All of them, or none where an id is wrong.")
final class FactsVoidCommand extends Subcommand {
    @Mixin
    private CorrectionOptions options = new CorrectionOptions();

    @Option(names = "--because", required = true, paramLabel = "TEXT", description = "Why, for people.")
    private String because = "";

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        options.correct(root, State.VOID, because);
        return DONE;
    }
}
