package io.sectorwatch.launcher.command;

import io.sectorwatch.application.broker.EmbeddedBroker;
import io.sectorwatch.application.installation.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The embedded broker alone. */
@Command(name = "broker", description = "Run a real Kafka broker on this machine, until Ctrl-C.")
final class BrokerCommand extends Subcommand {
    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private PortOption port = new PortOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        Installation installation = root.installation(data.directory());
        EmbeddedBroker broker = installation.startBroker(port.port());
        root.err().println("Kafka answers at " + broker.bootstrapServer() + ". Ctrl-C stops it.");
        installation.awaitEnd();
        return DONE;
    }
}
