package io.sectorwatch.launcher.command;

import io.sectorwatch.application.advice.TypedCommand;
import io.sectorwatch.application.installation.Installation;
import io.sectorwatch.application.installation.Service;
import io.sectorwatch.application.server.Server;
import io.sectorwatch.application.topics.TopicLayout;
import io.sectorwatch.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;

/** The options of a command that brings everything up, a broker included where no server is named. */
final class ServiceOptions {
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

    TopicLayout layout() {
        return new TopicLayout(prefix.topics(), partitions.number(), sectors.sectors());
    }

    /** Where everything is kept. */
    Path data() {
        return data.directory();
    }

    /** Takes the data directory, and brings up the server with all topics. */
    Service service(SectorwatchCommand root) {
        Installation installation = root.installation(data.directory());
        return server.given()
                ? Service.at(server.server(), installation, layout())
                : Service.embedded(port.port(), server::at, installation, layout());
    }

    /** Another command, told what it has to be told to find the same topics. */
    List<String> command(Server running, String name, String... more) {
        List<String> words = new ArrayList<>(List.of(TypedCommand.of(name)));
        if (!running.address().equals(ServerOptions.NEAREST)) {
            words.add("--bootstrap-server " + running.address());
        }
        if (!prefix.topics().prefix().equals(Topics.DEFAULT_PREFIX)) {
            words.add("--prefix " + prefix.topics().prefix());
        }
        words.addAll(List.of(more));
        return words;
    }
}
