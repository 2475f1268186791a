package io.sectorwatch.launcher.command;

import picocli.CommandLine.Command;

/** What can be done with facts. */
@Command(
        name = "facts",
        description = "List the facts on the topics, make one void that should not stand there, or valid again.",
        subcommands = {FactsListCommand.class, FactsVoidCommand.class, FactsReinstateCommand.class})
final class FactsCommand extends GroupCommand {
    FactsCommand() {
        super("facts");
    }
}
