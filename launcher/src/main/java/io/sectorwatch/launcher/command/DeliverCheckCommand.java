package io.sectorwatch.launcher.command;

import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Finds mistakes. */
@Command(
        name = "check",
        description =
                "Print every mistake in a file of targets, with file, line and column; exit status 2 says that there "
                        + "is one. A secret that is not there is a mistake too; none is printed.")
final class DeliverCheckCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "The file of targets, YAML or JSON.")
    private Path file = Path.of("");

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        try {
            int targets = TargetsFile.checked(file, root).all().size();
            root.err().println(file + ": " + targets + (targets == 1 ? " target, no mistake" : " targets, no mistake"));
            return DONE;
        } catch (UnusableFileException e) {
            List<String> mistakes = String.valueOf(e.getMessage()).lines().toList();
            mistakes.forEach(root.out()::println);
            root.err().println(file + ": " + mistakes.size() + (mistakes.size() == 1 ? " mistake" : " mistakes"));
            return CommandException.UNUSABLE;
        }
    }
}
