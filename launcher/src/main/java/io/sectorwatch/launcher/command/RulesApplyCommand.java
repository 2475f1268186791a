package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.RuleChangeException;
import io.sectorwatch.application.rules.RuleChanges;
import io.sectorwatch.application.rules.RuleEffect;
import io.sectorwatch.application.rules.RuleReach;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.launcher.table.RuleWords;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts rules into effect. */
@Command(
        name = "apply",
        description = "Put all rules of some files into effect at once, new ones and changed ones; with one mistake in "
                + "them, none. Says of each what it is beside those in effect, and what it reaches.")
final class RulesApplyCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Rules files, YAML or JSON.")
    private List<Path> files = List.of();

    @Mixin
    private EffectiveOption effective = new EffectiveOption();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        List<Rule> rules = RuleSource.rules(files, root.err(), "nothing was applied");
        Server at = server.server();
        Topics topics = prefix.topics();
        RuleChanges changes = new RuleChanges(at, topics);
        List<RuleEffect> effects =
                changes.effects(rules, RuleReach.of(at, topics, TopicFactsReading.of(root, at, topics)));
        Instant moment = effective.moment();
        try {
            changes.apply(rules, moment);
        } catch (RuleChangeException e) {
            throw CommandException.unusable(e.getMessage() + "; nothing was applied");
        }
        effects.forEach(effect -> root.out().println(RuleWords.of(effect, root.screen())));
        root.err()
                .println("Applied " + rules.size() + (rules.size() == 1 ? " rule" : " rules") + ", effective " + moment
                        + ".");
        return DONE;
    }
}
