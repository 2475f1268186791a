package io.sectorwatch.launcher.command;

import io.sectorwatch.deliver.config.Targets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which targets. */
final class TargetsOption {
    @Option(names = "--config", paramLabel = "FILE", description = "The file of targets, YAML or JSON.")
    private @Nullable Path file;

    /** Reads the file; throws CommandException. */
    Targets targets(SectorwatchCommand root) {
        if (file == null) {
            throw CommandException.unusable("name the file of targets: --config FILE");
        }
        return TargetsFile.read(file, root);
    }
}
