package io.sectorwatch.launcher.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where everything is kept. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIRECTORY",
            defaultValue = "${sys:sectorwatch.home:-.}/data",
            description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    private Path directory = Path.of("data");

    Path directory() {
        return directory;
    }
}
