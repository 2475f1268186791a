package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.RuleChoice;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
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
        return new RuleChoice.Others(RuleSource.rules(rules, err, "nothing was replayed"));
    }
}
