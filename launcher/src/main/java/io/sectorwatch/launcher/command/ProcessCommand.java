package io.sectorwatch.launcher.command;

import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.topics.SectorTopics;
import io.sectorwatch.processor.topology.ProcessorApp;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--instance-id",
            paramLabel = "ID",
            description = "A name no other instance has: with it, one that was killed takes its place again at once.")
    private @Nullable String instanceId;

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
        ProcessorApp processor = installation.startProcessor(server, prefix.topics(), sectors, instanceId, threads);
        String told = metrics.serve(processor, shutdown);
        root.err()
                .println("Processing at " + server.address() + ". Ctrl-C stops it."
                        + (told == null ? "" : " Its metrics: " + told));
        installation.awaitEnd();
        return DONE;
    }
}
