package io.sectorwatch.monitor.web;

import io.javalin.config.RoutesConfig;
import java.util.function.Supplier;

/** Metrics as Prometheus reads them. */
public final class MetricsRoute implements WebServer.Routes {
    private static final String FORM = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<String> scrape;

    public MetricsRoute(Supplier<String> scrape) {
        this.scrape = scrape;
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Guard guard) {
        routes.get("/metrics", context -> context.contentType(FORM).result(scrape.get()));
    }
}
