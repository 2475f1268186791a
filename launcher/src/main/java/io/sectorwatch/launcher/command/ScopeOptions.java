package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.ReplayScope;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which decisions. */
final class ScopeOptions {
    @Option(names = "--rule", split = ",", paramLabel = "RULE", description = "Only decisions of these rules.")
    private Set<String> rules = Set.of();

    @Option(
            names = "--indicator",
            split = ",",
            paramLabel = "INDICATOR",
            description = "Only decisions about these indicators. What they are compared with is known all the same.")
    private Set<String> indicators = Set.of();

    @Option(names = "--area", split = ",", paramLabel = "AREA", description = "The same for areas.")
    private Set<String> areas = Set.of();

    @Option(names = "--sector", split = ",", paramLabel = "SECTOR", description = "The same for sectors.")
    private Set<String> sectors = Set.of();

    ReplayScope scope() {
        return new ReplayScope(rules, indicators, areas, sectors);
    }
}
