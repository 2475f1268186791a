package io.sectorwatch.launcher.command;

import io.sectorwatch.application.server.Server;
import io.sectorwatch.ingest.publish.TickPublisher;
import io.sectorwatch.ingest.tick.DailyTicks;
import io.sectorwatch.schemas.topic.Topics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;

/** The options of a command that brings everything up, a broker included where no server is named. */
final class ServiceOptions {
    /** Only one process can hold the data directory, and so be this member of the group. */
    private static final String EMBEDDED_INSTANCE = "embedded";

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Mixin
    private SectorsOption sectors = new SectorsOption();

    @Mixin
    private PartitionOption partitions = new PartitionOption();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PortOption port = new PortOption();

    Topics topics() {
        return prefix.topics();
    }

    List<String> sectors() {
        return sectors.sectors();
    }

    int partitions() {
        return partitions.number();
    }

    /** Takes the data directory. */
    Installation installation(SectorwatchCommand root) {
        return new Installation(root, data.directory());
    }

    /** The server, started where none was named, with all topics. */
    Server serverWithTopics(Installation installation) {
        Server running;
        if (server.given()) {
            running = server.server();
            running.requireAnswer();
        } else {
            running = server.at(installation.startBroker(port.port()).bootstrapServer());
        }
        Installation.requireTopics(running, topics(), partitions(), sectors());
        return running;
    }

    /** Starts deciding. */
    void startProcessor(Installation installation, Server running) {
        installation.startProcessor(running, topics(), sectors(), server.given() ? null : EMBEDDED_INSTANCE, 1);
    }

    /** Starts telling that time passes. */
    void startTicks(SectorwatchCommand root, Server running) {
        TickPublisher publisher = new TickPublisher(running.clientConfig(), topics());
        root.shutdown()
                .add(new DailyTicks(InstantSource.system(), publisher, TickWords.onlyFailures(root.err())))
                .start();
    }

    /** Another command, told what it has to be told to find the same topics. */
    List<String> command(Server running, String name, String... more) {
        List<String> words = new ArrayList<>(List.of("./sectorwatch", name));
        if (!running.address().equals(ServerOptions.NEAREST)) {
            words.add("--bootstrap-server " + running.address());
        }
        if (!topics().prefix().equals(Topics.DEFAULT_PREFIX)) {
            words.add("--prefix " + topics().prefix());
        }
        words.addAll(List.of(more));
        return words;
    }
}
