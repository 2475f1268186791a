package io.sectorwatch.ingest.vintage;

import io.sectorwatch.schemas.message.Message;
import java.io.IOException;
import java.util.Set;

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

    /** Takes them one by one. */
    @FunctionalInterface
    interface Taker {
        void take(Message fact) throws IOException;
    }

    /**
     * What is wanted.
     *
     * @param sources whose observations
     * @param policies whether policy events are wanted too: all of them
     */
    record Wanted(Set<String> indicators, Set<String> sources, boolean policies) {
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
