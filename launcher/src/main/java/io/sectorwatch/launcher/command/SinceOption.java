package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.KnowledgeTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From when on. */
final class SinceOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private @Nullable Instant moment;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only what was decided from then on: a day, as 2024-02-23, or a moment, as"
                    + " 2024-02-23T08:00:00Z (default: from the beginning).")
    @SuppressWarnings("UnusedMethod") // Called by picocli.
    private void since(String text) {
        try {
            moment = KnowledgeTime.absolute(text).first(Instant.EPOCH);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--since: " + e.getMessage(), e);
        }
    }

    /** The first moment of it; null where nobody asked. */
    @Nullable
    Instant moment() {
        return moment;
    }
}
