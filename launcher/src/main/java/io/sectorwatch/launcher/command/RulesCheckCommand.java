package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.UnknownCodes;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Finds mistakes. */
@Command(
        name = "check",
        description = "Print every mistake in a rules file, with file, line and column; exit status 2 says that there "
                + "is one. An unknown indicator or area is only a warning: it may be yours.")
final class RulesCheckCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "A rules file, YAML or JSON.")
    private Path file = Path.of("");

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        RuleSource source = new RuleSource(file);
        try {
            UnknownCodes.in(source.tree()).forEach(root.out()::println);
            int rules = source.rules().size();
            root.err().println(file + ": " + rules + (rules == 1 ? " rule, no mistake" : " rules, no mistake"));
            return DONE;
        } catch (UnusableFileException e) {
            List<String> mistakes = String.valueOf(e.getMessage()).lines().toList();
            mistakes.forEach(root.out()::println);
            root.err().println(file + ": " + mistakes.size() + (mistakes.size() == 1 ? " mistake" : " mistakes"));
            return CommandException.UNUSABLE;
        }
    }
}
