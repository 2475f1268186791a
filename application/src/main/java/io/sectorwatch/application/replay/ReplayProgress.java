package io.sectorwatch.application.replay;

import java.util.function.LongConsumer;

/** Is told how far a part of some work has come, and closed when that is over, however it ended. */
public interface ReplayProgress extends LongConsumer, AutoCloseable {
    @Override
    void close();
}
