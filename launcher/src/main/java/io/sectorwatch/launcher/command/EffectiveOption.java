package io.sectorwatch.launcher.command;

import io.sectorwatch.schemas.json.Instants;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** From when on something holds. */
final class EffectiveOption {
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private @Nullable Instant moment;

    @Option(
            names = "--effective",
            paramLabel = "DATE",
            description = "From when on: a day, as 2024-02-23, or a moment, as 2024-02-23T08:00:00Z (default: now).")
    @SuppressWarnings("UnusedMethod") // Called by picocli.
    private void effective(String text) {
        try {
            moment = Instants.parse(text.matches(DAY) ? text + "T00:00:00Z" : text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--effective: " + e.getMessage(), e);
        }
    }

    /** The given moment, or the present one. */
    Instant moment() {
        return moment == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : moment;
    }
}
