package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.RuleChangeException;
import io.sectorwatch.application.rules.RuleChanges;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.yaml.UnusableFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts rules into effect. */
@Command(
        name = "apply",
        description = "Put all rules of a file into effect at once, new ones and changed ones; with one mistake in the "
                + "file, none.")
final class RulesApplyCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "A rules file, YAML or JSON.")
    private Path file = Path.of("");

    @Mixin
    private EffectiveOption effective = new EffectiveOption();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        List<Rule> rules;
        try {
            rules = new RuleSource(file).rules();
        } catch (UnusableFileException e) {
            String.valueOf(e.getMessage()).lines().forEach(root.err()::println);
            throw CommandException.unusable(file + " has mistakes, and nothing was applied");
        }
        RuleChanges changes = new RuleChanges(server.server(), prefix.topics());
        Instant moment = effective.moment();
        try {
            changes.apply(rules, moment);
        } catch (RuleChangeException e) {
            throw CommandException.unusable(e.getMessage() + "; nothing was applied");
        }
        root.err()
                .println("Applied " + rules.size() + (rules.size() == 1 ? " rule" : " rules") + ", effective " + moment
                        + ".");
        return DONE;
    }
}
