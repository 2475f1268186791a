package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.RuleChoice;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Under which rules history is decided again. */
final class RuleChoiceOptions {
    @Option(
            names = "--rules",
            paramLabel = "FILE",
            description = "Decide under the rules of this file, from the beginning on; may be given more than once."
                    + " Without it, under the rules as they stood at each time.")
    private List<Path> rules = List.of();

    @Option(names = "--rules-now", description = "Decide under the rules in effect now, from the beginning on.")
    private boolean rulesNow;

    /** Throws a CommandException for two choices. */
    void check() {
        if (rulesNow && !rules.isEmpty()) {
            throw CommandException.unusable("--rules and --rules-now are two choices of rules: give one of them");
        }
    }

    /**
     * The choice; throws a CommandException for files that cannot be used.
     *
     * @param err where the mistakes of a file are told, each in a line
     */
    RuleChoice choice(PrintStream err) {
        if (rules.isEmpty()) {
            return rulesNow ? new RuleChoice.Now() : new RuleChoice.History();
        }
        List<Rule> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : rules) {
            try {
                for (Rule rule : new RuleSource(file).rules()) {
                    if (!ids.add(rule.id())) {
                        throw CommandException.unusable(file + ": rule '" + rule.id() + "' stands twice");
                    }
                    all.add(rule);
                }
            } catch (UnusableFileException e) {
                String.valueOf(e.getMessage()).lines().forEach(err::println);
                throw CommandException.unusable(file + " has mistakes, and nothing was replayed");
            }
        }
        return new RuleChoice.Others(all);
    }
}
