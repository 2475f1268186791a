package io.sectorwatch.launcher.command;

import io.sectorwatch.application.installation.Service;
import io.sectorwatch.deliver.config.ConfiguredTarget;
import io.sectorwatch.deliver.config.Targets;
import io.sectorwatch.deliver.delivery.Delivery;
import io.sectorwatch.deliver.delivery.RetrySchedule;
import io.sectorwatch.deliver.metrics.DeliveryMeters;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The delivery in the same process as everything else. */
final class DeliverAlongside {
    @Option(
            names = "--deliver",
            paramLabel = "FILE",
            description = "Hand alerts on to the targets of this file, too (see deliver).")
    private @Nullable Path file;

    private @Nullable Targets targets;

    /** Reads the file, before anything is started; throws CommandException. */
    void check(SectorwatchCommand root) {
        if (file != null) {
            targets = TargetsFile.read(file, root);
        }
    }

    /** Starts it, once the topics are there; the metrics of the page tell of it. */
    @SuppressWarnings("FutureReturnValueIgnored") // What has failed is said.
    void start(Service service, PageAlongside page, SectorwatchCommand root) {
        if (targets == null) {
            return;
        }
        DeliveryMeters meters = new DeliveryMeters(targets);
        page.alsoMeasure(meters);
        Delivery delivery = service.alongside(Delivery.start(
                service.server(),
                service.layout().topics(),
                service.instanceId(),
                targets,
                RetrySchedule.USUAL,
                new DeliveryNews(root.err()).and(meters)));
        root.err().println("Handing on alerts to " + words(targets) + ".");
        delivery.end().whenComplete((never, failure) -> {
            if (failure != null) {
                root.err().println("Alerts are not handed on any more: " + failure.getMessage());
            }
        });
    }

    /** The names of targets. */
    static String words(Targets targets) {
        return targets.all().stream().map(ConfiguredTarget::name).collect(Collectors.joining(", "));
    }
}
