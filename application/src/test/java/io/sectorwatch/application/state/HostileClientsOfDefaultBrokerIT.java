package io.sectorwatch.application.state;

import java.io.IOException;
import java.nio.file.Path;

/** At a broker with Kafka's defaults. */
class HostileClientsOfDefaultBrokerIT extends HostileClients {
    @Override
    RealBroker broker(Path directory) throws IOException {
        return RealBroker.withDefaults(directory);
    }
}
