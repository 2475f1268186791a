package io.sectorwatch.monitor.web;

import io.javalin.config.RoutesConfig;
import io.sectorwatch.monitor.metrics.MonitorMetrics;

/** Metrics as Prometheus reads them. */
public final class MetricsRoute implements WebServer.Routes {
    private static final String FORM = "text/plain; version=0.0.4; charset=utf-8";

    private final MonitorMetrics metrics;

    public MetricsRoute(MonitorMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Guard guard) {
        routes.get("/metrics", context -> context.contentType(FORM).result(metrics.scrape()));
    }
}
