package io.sectorwatch.application.state;

import java.io.IOException;
import java.nio.file.Path;

/** At the embedded broker. */
class HostileClientsIT extends HostileClients {
    @Override
    RealBroker broker(Path directory) throws IOException {
        return new RealBroker(directory);
    }
}
