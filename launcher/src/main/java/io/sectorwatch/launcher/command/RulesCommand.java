package io.sectorwatch.launcher.command;

import picocli.CommandLine.Command;

/** What can be done with rules. */
@Command(
        name = "rules",
        description = "Check, test, plan, apply, list and remove rules.",
        subcommands = {
            RulesListCommand.class,
            RulesCheckCommand.class,
            RulesTestCommand.class,
            RulesPlanCommand.class,
            RulesApplyCommand.class,
            RulesRemoveCommand.class
        })
final class RulesCommand extends GroupCommand {
    RulesCommand() {
        super("rules");
    }
}
