package io.sectorwatch.launcher.replay.broker;

import io.sectorwatch.launcher.replay.History;
import io.sectorwatch.launcher.replay.Span;
import io.sectorwatch.launcher.replay.Tally;
import io.sectorwatch.launcher.replay.compare.LateFacts;
import io.sectorwatch.processor.FactsAndRules;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicPartition;

/** How facts and rules come to the processor of a replay. Whichever way, it decides the same. */
public interface Feed extends AutoCloseable {

    /** What the processor reads. */
    FactsAndRules inputs();

    /** How far it reads topics that are not the replay's own, and so go on. */
    Map<TopicPartition, Long> ends();

    /** The newest knowledge time of all facts; the epoch without any. */
    Instant newest();

    /** Which of the facts were late. */
    LateFacts late();

    /** How many records no processor could read. */
    long unreadable();

    /** How many facts have to be staged. */
    long size();

    /**
     * Tells what has to be staged for the processor.
     *
     * @param progress is told how many facts that were
     * @return what the processor sees in all
     */
    Tally.Told tell(Span span, History.Taker taker, LongConsumer progress) throws IOException;

    @Override
    void close() throws IOException;
}
