package io.sectorwatch.application.state;

import java.io.IOException;
import java.nio.file.Path;

/** A broker with Kafka's defaults. */
class ForgettingDefaultBrokerIT extends ForgettingBroker {
    @Override
    RealBroker broker(Path directory) throws IOException {
        return RealBroker.withDefaults(directory);
    }
}
