package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.RuleTopic;
import io.sectorwatch.processor.topology.RulePublisher;
import io.sectorwatch.schemas.json.Suggestion;
import java.time.Instant;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a rule. */
@Command(name = "remove", description = "End a rule; its open alerts are cleared.")
final class RulesRemoveCommand extends Subcommand {
    @Parameters(paramLabel = "ID", description = "The rule's id.")
    private String id = "";

    @Mixin
    private EffectiveOption effective = new EffectiveOption();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        RuleTopic topic = RuleTopic.read(server.server(), prefix.topics());
        Set<Integer> partitions = topic.inEffect().partitions(id);
        if (partitions.isEmpty()) {
            throw CommandException.unusable("no rule '" + id + "' is in effect"
                    + Suggestion.among(topic.inEffect().ids(), id) + " ('rules list' shows all)");
        }
        Instant moment = effective.moment();
        topic.publish(RulePublisher.removal(id, partitions, prefix.topics(), moment));
        root.err().println("Removed " + id + ", effective " + moment + ".");
        return DONE;
    }
}
