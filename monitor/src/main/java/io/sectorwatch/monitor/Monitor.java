package io.sectorwatch.monitor;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.status.StatusLook;
import io.sectorwatch.monitor.database.Database;
import io.sectorwatch.monitor.intake.TopicFollower;
import io.sectorwatch.monitor.metrics.MonitorMetrics;
import io.sectorwatch.monitor.read.RuleReader;
import io.sectorwatch.monitor.status.StatusWatch;
import io.sectorwatch.monitor.web.ChangeRoute;
import io.sectorwatch.monitor.web.MetricsRoute;
import io.sectorwatch.monitor.web.StatusRoutes;
import io.sectorwatch.monitor.web.WebServer;
import io.sectorwatch.monitor.web.WebSettings;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Follows the topics into a database, and serves it, until it is closed. */
public final class Monitor implements AutoCloseable {
    private final Database database;
    private final TopicFollower follower;
    private final StatusWatch status;
    private final MonitorMetrics metrics;
    private final WebServer web;

    private Monitor(
            Database database, TopicFollower follower, StatusWatch status, MonitorMetrics metrics, WebServer web) {
        this.database = database;
        this.follower = follower;
        this.status = status;
        this.metrics = metrics;
        this.web = web;
    }

    /**
     * Starts it.
     *
     * @param database a JDBC address, of SQLite or PostgreSQL
     * @param isOwnFile whether it is a file of the monitor's own, which is made anew where it is of other topics
     * @param instanceId names one of several that comes back after it was killed; else null
     * @param version of the software, for who asks
     * @throws io.sectorwatch.monitor.database.DatabaseException if the database cannot be used
     * @throws io.sectorwatch.monitor.web.ServingException if the port is taken
     */
    public static Monitor start(
            Server server,
            Topics topics,
            String database,
            boolean isOwnFile,
            @Nullable String instanceId,
            WebSettings settings,
            String version) {
        server.require(rights(topics));
        Database opened = Database.open(database);
        if (isOwnFile && !TopicFollower.fits(server, topics, opened)) {
            opened.close();
            Database.remove(database);
            opened = Database.open(database);
        }
        return start(server, topics, opened, instanceId, settings, version);
    }

    private static List<Right> rights(Topics topics) {
        List<Right> rights = new ArrayList<>(StatusLook.rights(topics));
        rights.add(Right.toRead(topics.scorecards()));
        rights.add(Right.toRead(topics.deadLetters()));
        return rights;
    }

    private static Monitor start(
            Server server,
            Topics topics,
            Database opened,
            @Nullable String instanceId,
            WebSettings settings,
            String version) {
        try {
            TopicFollower follower = new TopicFollower(server, topics, opened, opened.isShared(), instanceId);
            Clock clock = Clock.systemUTC();
            RuleReader rules = new RuleReader(opened.reading());
            StatusWatch status = new StatusWatch(
                    server, topics, () -> follower.state().caughtUp() ? rules.watched() : Map.of(), clock);
            MonitorMetrics metrics = new MonitorMetrics(opened.reading(), follower::state, status::seen, clock);
            WebServer web = WebServer.start(
                    settings,
                    opened,
                    clock,
                    List.of(
                            new StatusRoutes(
                                    opened.reading(),
                                    follower::state,
                                    status::seen,
                                    clock,
                                    version,
                                    settings.allowChanges()),
                            new ChangeRoute(server, topics, clock, settings.allowChanges()),
                            new MetricsRoute(metrics::scrape)));
            follower.onCommitted(web::wake);
            follower.start();
            status.start();
            return new Monitor(opened, follower, status, metrics, web);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** The address of the page. */
    public String url() {
        return web.url();
    }

    /** Tells in its metrics of something else in this process, too. */
    public void alsoMeasure(MeterBinder other) {
        metrics.also(other);
    }

    /** What can be asked for, as in "get /api/v1/alerts". */
    public List<String> operations() {
        return web.operations();
    }

    /** Fails where it cannot go on. */
    public CompletableFuture<Void> end() {
        return follower.end();
    }

    @Override
    public void close() {
        web.close();
        status.close();
        metrics.close();
        follower.close();
        database.close();
    }
}
