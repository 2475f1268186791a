package io.sectorwatch.launcher.command;

import io.sectorwatch.application.rules.RuleReach;
import io.sectorwatch.application.rules.RuleTopic;
import io.sectorwatch.application.rules.RulesInEffect;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.launcher.table.RuleTable;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the rules in effect. */
@Command(
        name = "list",
        description = "Print the rules in effect, how many series each watches and how many of its alerts are open.")
final class RulesListCommand extends Subcommand {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Server at = server.server();
        Topics topics = prefix.topics();
        List<RulesInEffect.Effective> rules =
                RuleTopic.read(at, topics).inEffect().all();
        if (output.format() == OutputOption.Format.JSONL) {
            rules.forEach(effective -> root.out().println(effective.rule().json()));
        } else if (rules.isEmpty()) {
            root.err().println("No rule is in effect.");
        } else {
            RuleReach reach = RuleReach.of(at, topics, TopicFactsReading.of(root, at, topics));
            root.out().print(RuleTable.of(rules, reach, root.screen()));
            root.out().flush();
        }
        return DONE;
    }
}
