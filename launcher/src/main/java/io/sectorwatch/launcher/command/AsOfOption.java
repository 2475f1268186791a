package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.KnowledgeTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** At which moment to look. */
final class AsOfOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private @Nullable Instant moment;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "Know only what was known then: a day, which is included, as 2024-02-23, or a moment, as"
                    + " 2024-02-23T08:00:00Z (default: all that is known).")
    @SuppressWarnings("UnusedMethod") // Called by picocli.
    private void asOf(String text) {
        try {
            moment = KnowledgeTime.absolute(text).last(Instant.EPOCH);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--as-of: " + e.getMessage(), e);
        }
    }

    /** The last moment of it; null where nobody asked. */
    @Nullable
    Instant moment() {
        return moment;
    }
}
