package io.sectorwatch.application.ticks;

import io.sectorwatch.application.server.Right;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.server.ServerException;
import io.sectorwatch.ingest.publish.PublishException;
import io.sectorwatch.ingest.publish.TickPublisher;
import io.sectorwatch.ingest.tick.DailyTicks;
import io.sectorwatch.schemas.topic.Topics;
import java.time.InstantSource;
import java.util.List;

/** Publishes a tick at a server at the start of each UTC day, once it is started, until it is closed. */
public final class ServerTicks implements AutoCloseable {
    private final DailyTicks ticks;

    /** What whoever publishes them must be let do, but for the transactions. */
    public static List<Right> rights(Topics topics) {
        return List.of(
                Right.toRead(topics.indicators()),
                Right.toWrite(topics.indicators()),
                Right.toDescribe(topics.policies()));
    }

    /** Plans, but does nothing yet. */
    public ServerTicks(Server server, Topics topics, DailyTicks.Listener listener) {
        this.ticks = new DailyTicks(InstantSource.system(), new TickPublisher(server.clientConfig(), topics), listener);
    }

    /**
     * Publishes today's if it is not there yet. Not to be called once started.
     *
     * @throws PublishException if that cannot be done now
     */
    public void publishDue() {
        ticks.publishDue();
    }

    /** Starts with today's, in a thread of its own. */
    public void start() {
        ticks.start();
    }

    /** Returns once it was closed. */
    public void awaitEnd() {
        try {
            ticks.awaitEnd();
        } catch (InterruptedException e) {
            throw ServerException.interrupted(e);
        }
    }

    @Override
    public void close() {
        ticks.close();
    }
}
