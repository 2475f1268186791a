package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.replay.FactHistory;
import io.sectorwatch.application.replay.HistoryTally;
import io.sectorwatch.application.replay.Span;
import io.sectorwatch.application.replay.compare.LateFacts;
import io.sectorwatch.processor.topology.FactsAndRules;
import java.io.IOException;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/** How facts and rules come to the processor of a replay. Whichever way, it decides the same. */
interface Feed extends AutoCloseable {

    /** What the processor reads. */
    FactsAndRules inputs();

    /** How far it reads topics that are not the replay's own, and so go on. */
    Map<TopicPartition, Long> ends();

    /** Whether it reads staged topics alone, so that it may begin before all of it is there. */
    boolean isAllStaged();

    /** Whether, as far as it has read, it has seen all in order. */
    boolean holds();

    /** The same once it has read all of it; otherwise nothing that it decided counts. */
    boolean heldToTheEnd();

    /** How many records were found that no processor can read, before the replay's processor could come by them. */
    long unreadable();

    /** Which of the facts were late. */
    LateFacts late();

    /** Which facts are void by now. */
    default Predicate<String> isVoid() {
        return fact -> false;
    }

    /** How much has to be staged. */
    long size();

    /**
     * Tells what has to be staged.
     *
     * @param progress is told how much that was
     */
    HistoryTally.Told tell(Span span, FactHistory.Taker taker, LongConsumer progress) throws IOException;

    /** What the processor was told in all, given what was staged. */
    HistoryTally.Told all(HistoryTally.Told staged);

    @Override
    void close() throws IOException;
}
