package io.sectorwatch.monitor.web;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.util.Set;
import java.util.function.Supplier;

/** Serves metrics, and nothing else, for a process that has no page. */
public final class MetricsServer implements AutoCloseable {
    private final Javalin javalin;
    private final String address;

    private MetricsServer(Javalin javalin, String address) {
        this.javalin = javalin;
        this.address = address;
    }

    /**
     * Serves what is scraped at an address.
     *
     * @param hosts names under which it is asked for
     * @throws ServingException if its port is taken
     */
    public static MetricsServer start(String address, int port, Set<String> hosts, Supplier<String> scrape) {
        Access access = new Access(hosts, null, true);
        Javalin javalin = Javalin.create(config -> {
            ServerLimits.set(config, address, port);
            config.routes.before(access::check);
            new MetricsRoute(scrape).addTo(config.routes, access::requireToken);
            FailedRequests.addTo(config.routes);
        });
        try {
            javalin.start(address, port);
        } catch (JavalinBindException e) {
            throw new ServingException(
                    "the metrics cannot be served at " + address + ':' + port + ": the port is taken; give another one"
                            + " with --metrics",
                    e);
        }
        return new MetricsServer(javalin, address);
    }

    /** Where they are. */
    public String url() {
        return "http://" + address + ':' + javalin.port() + "/metrics";
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
