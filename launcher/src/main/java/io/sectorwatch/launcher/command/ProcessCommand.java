package io.sectorwatch.launcher.command;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.topics.SectorTopics;
import io.sectorwatch.monitor.metrics.DecidingMeters;
import io.sectorwatch.processor.topology.ProcessorApp;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The topology alone. */
@Command(
        name = "process",
        description = "Run the processing topology alone, until Ctrl-C; as many instances as wanted, "
                + "each on this machine with its own --data.")
final class ProcessCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private RebuildOption rebuild = new RebuildOption();

    @Option(names = "--threads", defaultValue = "1", description = "How many threads (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private MetricsOption metrics = new MetricsOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        if (threads < 1) {
            throw CommandException.unusable("--threads " + threads + " is less than 1");
        }
        metrics.check();
        Server server = serverOptions.server();
        Installation installation = root.installation(data.directory());
        server.requireAnswer();
        rebuild.applyTo(server, prefix.topics(), root.err());
        SectorTopics sectors = new SectorTopics(server, prefix.topics(), List.of(), SectorTopics.SOON);
        ProcessorApp processor = installation.startProcessor(server, prefix.topics(), sectors, instance.id(), threads);
        String told = metrics.serve(shutdown.add(new DecidingMeters(processor.streams())), shutdown);
        root.err().println("Processing at " + server.address() + ". Ctrl-C stops it." + MetricsOption.words(told));
        installation.awaitEnd();
        return DONE;
    }
}
