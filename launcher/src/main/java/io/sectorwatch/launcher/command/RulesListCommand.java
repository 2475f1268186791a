package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.RuleTopic;
import io.sectorwatch.application.rules.RulesInEffect;
import io.sectorwatch.launcher.table.RuleTable;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the rules in effect. */
@Command(name = "list", description = "Print the rules in effect.")
final class RulesListCommand extends Subcommand {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        List<RulesInEffect.Effective> rules =
                RuleTopic.read(server.server(), prefix.topics()).inEffect().all();
        if (output.format() == OutputOption.Format.JSONL) {
            rules.forEach(effective -> root.out().println(effective.rule().json()));
        } else if (rules.isEmpty()) {
            root.err().println("No rule is in effect.");
        } else {
            root.out().println(RuleTable.of(rules));
        }
        return DONE;
    }
}
