package io.sectorwatch.launcher.command;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
        name = "generate-completion",
        description = "Print a script for bash and zsh, after which the Tab key completes commands and options.")
final class CompletionCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            CommandSpec root = spec.root();
            root.commandLine().getOut().print(AutoComplete.bash(root.name(), root.commandLine()));
            root.commandLine().getOut().flush();
        }
    }
}
