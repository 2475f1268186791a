package io.sectorwatch.ingest.vintage;

import io.sectorwatch.ingest.plausibility.SeenCodes;
import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been published until now, whatever published it. */
@FunctionalInterface
public interface KnownFacts {
    /** Where nothing is known. */
    KnownFacts NONE = (wanted, taker) -> {};

    /**
     * Gives the facts that are wanted and the corrections of any of them, in any order, and perhaps some more than once.
     *
     * @throws IOException if the taker does
     */
    void read(Wanted wanted, Taker taker) throws IOException;

    /** Adds the codes of all facts, wanted or not. */
    default void readCodes(SeenCodes seen) throws IOException {}

    /** The sectors whose alerts have a topic; null where nobody knows. */
    default @Nullable Set<String> sectorTopics() {
        return null;
    }

    /** Takes them one by one. */
    @FunctionalInterface
    interface Taker {
        void take(Message fact) throws IOException;
    }

    /**
     * What is wanted.
     *
     * @param sources whose observations; those of other ones may come too
     * @param policies whether policy events are wanted too: all of them
     * @param complete whether what is being published meanwhile is to be waited for
     */
    record Wanted(Set<String> indicators, Set<String> sources, boolean policies, boolean complete) {
        public Wanted {
            indicators = Set.copyOf(indicators);
            sources = Set.copyOf(sources);
        }

        /** Whether there is nothing to ask for. */
        public boolean isNothing() {
            return indicators.isEmpty() && !policies;
        }
    }
}
