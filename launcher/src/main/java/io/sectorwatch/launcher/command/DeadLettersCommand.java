package io.sectorwatch.launcher.command;

import picocli.CommandLine.Command;

/** What can be done with dead letters. */
@Command(
        name = "dead-letters",
        description = "List what the processor could not accept, or publish it again.",
        subcommands = {DeadLettersListCommand.class, DeadLettersRedriveCommand.class})
final class DeadLettersCommand extends GroupCommand {
    DeadLettersCommand() {
        super("dead letters");
    }
}
