package io.sectorwatch.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with rules. */
@Command(
        name = "rules",
        description = "Check, test, apply, list and remove rules.",
        subcommands = {
            RulesListCommand.class,
            RulesCheckCommand.class,
            RulesTestCommand.class,
            RulesApplyCommand.class,
            RulesRemoveCommand.class
        })
final class RulesCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandLine command = spec == null ? new CommandLine(this) : spec.commandLine();
        throw new ParameterException(
                command,
                "say what to do with rules: "
                        + String.join(", ", command.getSubcommands().keySet()));
    }
}
