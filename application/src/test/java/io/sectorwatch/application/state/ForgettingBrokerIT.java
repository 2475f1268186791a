package io.sectorwatch.application.state;

import java.io.IOException;
import java.nio.file.Path;

/** The embedded broker, which is set never to forget. */
class ForgettingBrokerIT extends ForgettingBroker {
    @Override
    RealBroker broker(Path directory) throws IOException {
        return new RealBroker(directory);
    }
}
