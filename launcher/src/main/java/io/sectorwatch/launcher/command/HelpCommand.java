package io.sectorwatch.launcher.command;

import io.sectorwatch.schemas.json.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a command does, as its --help does. */
@Command(name = "help", description = "Say what a command does, as its --help does.")
final class HelpCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "A command, as 'facts list'; without one, all of them.")
    private List<String> words = List.of();

    @Override
    public void run() {
        CommandLine own = spec == null ? new CommandLine(this) : spec.commandLine();
        CommandLine command = own.getParent() == null ? own : own.getParent();
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new ParameterException(
                        command,
                        "there is no command '" + word + "'"
                                + Suggestion.among(command.getSubcommands().keySet(), word));
            }
            command = next;
        }
        command.usage(command.getOut());
    }
}
