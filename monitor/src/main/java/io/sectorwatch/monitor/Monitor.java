package io.sectorwatch.monitor;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.monitor.database.Database;
import io.sectorwatch.monitor.intake.TopicFollower;
import io.sectorwatch.monitor.web.WebServer;
import io.sectorwatch.monitor.web.WebSettings;
import io.sectorwatch.schemas.topic.Topics;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Follows the topics into a database, and serves it, until it is closed. */
public final class Monitor implements AutoCloseable {
    private final Database database;
    private final TopicFollower follower;
    private final WebServer web;

    private Monitor(Database database, TopicFollower follower, WebServer web) {
        this.database = database;
        this.follower = follower;
        this.web = web;
    }

    /**
     * Starts it.
     *
     * @param database a JDBC address, of SQLite or PostgreSQL
     * @throws io.sectorwatch.monitor.database.DatabaseException if the database cannot be used
     * @throws io.sectorwatch.monitor.web.WebException if the port is taken
     */
    public static Monitor start(Server server, Topics topics, String database, WebSettings settings) {
        Database opened = Database.open(database);
        try {
            TopicFollower follower = new TopicFollower(server, topics, opened, opened.isShared());
            WebServer web = WebServer.start(settings, opened, Clock.systemUTC(), List.of());
            follower.onCommitted(web::wake);
            follower.start();
            return new Monitor(opened, follower, web);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** The address of the page. */
    public String url() {
        return web.url();
    }

    /** Fails where it cannot go on. */
    public CompletableFuture<Void> end() {
        return follower.end();
    }

    @Override
    public void close() {
        web.close();
        follower.close();
        database.close();
    }
}
