package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.RuleChangeException;
import io.sectorwatch.application.rules.RuleChanges;
import java.time.Instant;
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
        RuleChanges changes = new RuleChanges(server.server(), prefix.topics());
        Instant moment = effective.moment();
        try {
            changes.remove(id, moment);
        } catch (RuleChangeException e) {
            throw CommandException.unusable(e.getMessage() + " ('rules list' shows all)");
        }
        root.err().println("Removed " + id + ", effective " + moment + ".");
        return DONE;
    }
}
