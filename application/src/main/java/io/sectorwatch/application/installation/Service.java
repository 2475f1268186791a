package io.sectorwatch.application.installation;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.ticks.ServerTicks;
import io.sectorwatch.application.topics.SectorTopics;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.ingest.tick.DailyTicks;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that an installation does, in this process: a server with its topics, the processor, the daily ticks. */
public final class Service {
    /** Only one process can hold the data directory, and so be this member of the group. */
    private static final String EMBEDDED_INSTANCE = "embedded";

    private final Installation installation;
    private final Server server;
    private final TopicLayout layout;
    private final @Nullable String instanceId;

    private Service(Installation installation, Server server, TopicLayout layout, @Nullable String instanceId) {
        this.installation = installation;
        this.server = server;
        this.layout = layout;
        this.instanceId = instanceId;
        layout.require(server);
    }

    /** At somebody else's server, where the topics are created that are missing; throws ServerException. */
    public static Service at(Server server, Installation installation, TopicLayout layout) {
        server.requireAnswer();
        return new Service(installation, server, layout, null);
    }

    /**
     * With an embedded broker, which is started; throws BrokerException or ServerException.
     *
     * @param at the server at the broker's address
     */
    public static Service embedded(
            int port, Function<String, Server> at, Installation installation, TopicLayout layout) {
        Server server = at.apply(installation.startBroker(port).bootstrapServer());
        return new Service(installation, server, layout, EMBEDDED_INSTANCE);
    }

    /** Where it is at work. */
    public Server server() {
        return server;
    }

    /** The name of this instance among others; null where it needs none. */
    public @Nullable String instanceId() {
        return instanceId;
    }

    /** The topics it works on. */
    public TopicLayout layout() {
        return layout;
    }

    /** Starts deciding. */
    public void startProcessor() {
        startProcessor(SectorTopics.SOON);
    }

    /** Starts deciding, and looks that often for topics of further sectors. */
    void startProcessor(Duration everySoOften) {
        SectorTopics sectors = new SectorTopics(server, layout.topics(), layout.sectors(), everySoOften);
        installation.startProcessor(server, layout.topics(), sectors, instanceId, 1);
    }

    /** Starts telling that time passes. */
    public void startTicks(DailyTicks.Listener listener) {
        installation
                .running()
                .add(new ServerTicks(server, layout.topics(), listener))
                .start();
    }

    /** Keeps what was started beside it, to stop it before the server. */
    public <T extends AutoCloseable> T alongside(T part) {
        return installation.running().add(part);
    }

    /** Whether it has ended, by being stopped or otherwise. */
    public boolean ended() {
        return installation.ended();
    }

    /** Returns when it was stopped; throws what ended it otherwise. */
    public void awaitEnd() {
        installation.awaitEnd();
    }

    /** What is decided; to be closed. */
    public AlertFeed alerts() {
        return new AlertFeed(installation, server, layout);
    }
}
