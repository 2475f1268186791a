package io.sectorwatch.launcher.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tests rules by scenarios. */
@Command(
        name = "test",
        description = "Run scenarios through the real topology, in this process. Exit status 1 says that some fail, 2 "
                + "that a file is unusable; then none is run.")
final class RulesTestCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files, YAML or JSON.")
    private List<Path> files = List.of();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        if (!root.verbose()) {
            Logging.quiet();
        }
        return ScenarioTests.run(files, root);
    }
}
