package io.sectorwatch.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself: what is to be done has to be said by another word. */
abstract class GroupCommand implements Runnable {
    private final String with;

    @Spec
    private @Nullable CommandSpec spec;

    /** A group of what can be done with something. */
    GroupCommand(String with) {
        this.with = with;
    }

    @Override
    public final void run() {
        CommandLine command = spec == null ? new CommandLine(this) : spec.commandLine();
        throw new ParameterException(
                command,
                "say what to do with " + with + ": "
                        + String.join(", ", command.getSubcommands().keySet()));
    }
}
