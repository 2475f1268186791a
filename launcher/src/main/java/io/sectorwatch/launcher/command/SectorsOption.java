package io.sectorwatch.launcher.command;

import io.sectorwatch.schemas.series.Codes;
import io.sectorwatch.schemas.topic.Topics;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which sectors have a topic of their own. */
final class SectorsOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private List<String> sectors = Topics.DEFAULT_SECTORS;

    @Option(
            names = "--sectors",
            split = ",",
            paramLabel = "SECTOR",
            description = "Sectors to have a topic of their own for their alerts, beside those that have one (default:"
                    + " economy and the strategic ones).")
    @SuppressWarnings("UnusedMethod") // Called by picocli.
    private void sectors(List<String> codes) {
        try {
            codes.forEach(Codes::sector);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--sectors: " + e.getMessage(), e);
        }
        sectors = List.copyOf(codes);
    }

    List<String> sectors() {
        return sectors;
    }
}
