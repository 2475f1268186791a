package io.sectorwatch.launcher.command;

import io.sectorwatch.processor.topology.DecisionTopology;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the topology. */
@Command(name = "topology", description = "Print the processing topology.")
final class TopologyCommand extends Subcommand {
    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        root.out().print(DecisionTopology.of(prefix.topics(), List.of()).describe());
        return DONE;
    }
}
