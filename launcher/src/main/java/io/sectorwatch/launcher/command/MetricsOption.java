package io.sectorwatch.launcher.command;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.sectorwatch.monitor.metrics.ProcessMetrics;
import io.sectorwatch.monitor.web.MetricsServer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a process without a page tells its metrics. */
final class MetricsOption {
    private static final Pattern FORM = Pattern.compile("(?:(\\[[0-9a-fA-F:]+]|[^:]+):)?([0-9]{1,5})");
    private static final String LOOPBACK = "127.0.0.1";

    @Option(
            names = "--metrics",
            paramLabel = "[HOST:]PORT",
            description =
                    "Serve metrics for Prometheus there, at /metrics, on this machine where no host is said; who can"
                            + " reach it may read them.")
    private @Nullable String place;

    /** Throws CommandException where it is no place. */
    void check() {
        place();
    }

    /** Serves the metrics of what this process does, where it was said; returns where they are, or null. */
    @Nullable
    String serve(MeterBinder meters, Shutdown shutdown) {
        Matcher at = place();
        if (at == null) {
            return null;
        }
        String host = at.group(1) == null ? LOOPBACK : at.group(1);
        boolean isLoopback = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        ProcessMetrics metrics = shutdown.add(new ProcessMetrics(meters));
        MetricsServer server = shutdown.add(MetricsServer.start(
                host.replaceAll("[\\[\\]]", ""),
                Integer.parseInt(at.group(2)),
                isLoopback ? new HashSet<>(List.of(host, "localhost", LOOPBACK, "[::1]")) : Set.of("*"),
                metrics::scrape));
        return server.url();
    }

    /** The end of a sentence that says where they are. */
    static String words(@Nullable String url) {
        return url == null ? "" : " Its metrics: " + url;
    }

    private @Nullable Matcher place() {
        if (place == null) {
            return null;
        }
        Matcher at = FORM.matcher(place);
        if (!at.matches() || Integer.parseInt(at.group(2)) > 65_535) {
            throw CommandException.unusable("--metrics '" + place + "' is no place as 127.0.0.1:9404 or 9404");
        }
        return at;
    }
}
