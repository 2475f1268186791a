package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.RuleChangeException;
import io.sectorwatch.application.rules.RuleChanges;
import io.sectorwatch.application.rules.RuleReach;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.launcher.table.RuleWords;
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
        Server at = server.server();
        RuleChanges changes = new RuleChanges(at, prefix.topics());
        int open = RuleReach.openAlerts(at, prefix.topics()).getOrDefault(id, 0);
        Instant moment = effective.moment();
        try {
            changes.remove(id, moment);
        } catch (RuleChangeException e) {
            throw CommandException.unusable(e.getMessage() + " ('rules list' shows all)");
        }
        root.err().println("Removed " + id + ", effective " + moment + ": closes " + RuleWords.openAlerts(open) + ".");
        return DONE;
    }
}
