package io.sectorwatch.launcher.command;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.deliver.config.Targets;
import io.sectorwatch.deliver.delivery.Delivery;
import io.sectorwatch.deliver.delivery.RetrySchedule;
import io.sectorwatch.deliver.metrics.DeliveryMeters;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Hands alerts on. */
@Command(
        name = "deliver",
        description = "Hand alerts on to Alertmanager and webhooks, as a file of targets says, until Ctrl-C.",
        subcommands = {
            DeliverCheckCommand.class,
            DeliverTestCommand.class,
            DeliverListCommand.class,
            DeliverRedriveCommand.class,
            DeliverSkipCommand.class
        })
final class DeliverCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private TargetsOption options = new TargetsOption();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Mixin
    private MetricsOption metrics = new MetricsOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        metrics.check();
        Targets targets = options.targets(root);
        Server server = serverOptions.server();
        DeliveryMeters meters = new DeliveryMeters(targets);
        Delivery delivery = shutdown.add(Delivery.start(
                server,
                prefix.topics(),
                instance.id(),
                targets,
                RetrySchedule.USUAL,
                new DeliveryNews(root.err()).and(meters)));
        String told = metrics.serve(meters, shutdown);
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        shutdown.add(() -> stopped.complete(null));
        root.err()
                .println("Handing on the alerts at " + server.address() + " to " + DeliverAlongside.words(targets)
                        + ". Ctrl-C stops it." + MetricsOption.words(told));
        try {
            CompletableFuture.anyOf(delivery.end(), stopped).join();
        } catch (CompletionException e) {
            throw CommandException.failed(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
        }
        return DONE;
    }
}
