package io.sectorwatch.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with dead letters. */
@Command(
        name = "dead-letters",
        description = "List what the processor could not accept, or publish it again.",
        subcommands = {DeadLettersListCommand.class, DeadLettersRedriveCommand.class})
final class DeadLettersCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine command = spec == null ? new CommandLine(this) : spec.commandLine();
        throw new ParameterException(
                command,
                "say what to do with dead letters: "
                        + String.join(", ", command.getSubcommands().keySet()));
    }
}
