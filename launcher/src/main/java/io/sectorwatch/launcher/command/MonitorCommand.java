package io.sectorwatch.launcher.command;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.monitor.Monitor;
import io.sectorwatch.monitor.web.WebSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The monitor alone. */
@Command(
        name = "monitor",
        description = "Read the topics into a database, and serve page, API and metrics from it, until Ctrl-C.")
final class MonitorCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private MonitorOptions options = new MonitorOptions();

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        WebSettings settings = options.settings();
        Server server = serverOptions.server();
        log(root);
        Monitor monitor = shutdown.add(Monitor.start(
                server,
                prefix.topics(),
                options.database(data.directory()),
                options.isOwnFile(),
                instance.id(),
                settings,
                Software.version()));
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        shutdown.add(() -> stopped.complete(null));
        root.err()
                .println(
                        "Watching the topics at " + server.address() + ". Ctrl-C stops it. The page: " + monitor.url());
        try {
            CompletableFuture.anyOf(monitor.end(), stopped).join();
        } catch (CompletionException e) {
            throw CommandException.failed(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
        }
        return DONE;
    }

    private void log(SectorwatchCommand root) {
        if (root.verbose()) {
            return;
        }
        try {
            Files.createDirectories(data.directory());
        } catch (IOException e) {
            throw CommandException.unusable(
                    "the directory " + data.directory() + " cannot be made (" + e.getMessage() + ")");
        }
        Logging.to(data.directory().resolve("monitor.log"));
    }
}
