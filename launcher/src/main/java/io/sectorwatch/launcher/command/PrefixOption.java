package io.sectorwatch.launcher.command;

import io.sectorwatch.schemas.topic.Topics;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the topics are called. */
final class PrefixOption {
    private static final String ALLOWED = "[a-zA-Z0-9._-]{0,100}";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private Topics topics = new Topics(Topics.DEFAULT_PREFIX);

    @Option(
            names = "--prefix",
            defaultValue = Topics.DEFAULT_PREFIX,
            description = "What the names of all topics begin with (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("UnusedMethod") // Called by picocli.
    private void prefix(String prefix) {
        if (!prefix.matches(ALLOWED)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--prefix '" + prefix + "': at most 100 letters, digits and . _ - are allowed");
        }
        topics = new Topics(prefix);
    }

    Topics topics() {
        return topics;
    }
}
