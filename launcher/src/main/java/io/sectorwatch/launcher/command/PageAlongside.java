package io.sectorwatch.launcher.command;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.sectorwatch.application.installation.Service;
import io.sectorwatch.monitor.Monitor;
import io.sectorwatch.monitor.web.ServingException;
import io.sectorwatch.monitor.web.WebSettings;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The monitor in the same process as everything else. */
final class PageAlongside {
    @Mixin
    private MonitorOptions options = new MonitorOptions();

    @Option(names = "--no-monitor", description = "Serve no page, and keep no database.")
    private boolean none;

    private @Nullable CompletableFuture<Monitor> starting;

    /** Throws CommandException for options that do not go together, before anything is started. */
    void check() {
        if (!none) {
            options.settings();
        }
    }

    /** Begins to start it, while other things start. */
    void start(Service service, Path data) {
        if (none) {
            return;
        }
        WebSettings settings = options.settings();
        starting = CompletableFuture.supplyAsync(() -> service.alongside(Monitor.start(
                service.server(),
                service.layout().topics(),
                options.database(data),
                options.isOwnFile(),
                service.instanceId(),
                settings,
                Software.version())));
    }

    /** Tells in the metrics of the page of something else in this process, too. */
    void alsoMeasure(MeterBinder other) {
        if (starting != null) {
            starting = starting.thenApply(monitor -> {
                monitor.alsoMeasure(other);
                return monitor;
            });
        }
    }

    /** Says where the page is, as soon as it is there. */
    @SuppressWarnings("FutureReturnValueIgnored") // What has failed is said.
    void announce(SectorwatchCommand root) {
        if (starting == null) {
            return;
        }
        try {
            Monitor monitor = starting.join();
            root.err().println("The page: " + monitor.url());
            monitor.end().whenComplete((never, failure) -> {
                if (failure != null) {
                    root.err().println("The page shows nothing new any more: " + failure.getMessage());
                }
            });
        } catch (CompletionException e) {
            if (e.getCause() instanceof ServingException && !options.portGiven()) {
                root.err().println("No page: " + e.getCause().getMessage() + '.');
            } else if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            } else {
                throw e;
            }
        }
    }
}
