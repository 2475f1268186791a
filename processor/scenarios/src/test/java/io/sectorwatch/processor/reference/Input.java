package io.sectorwatch.processor.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.sectorwatch.schemas.message.ClosedRelease;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What reaches the processor, one at a time. */
public sealed interface Input {
    /** The timestamp of its record. */
    Instant time();

    /**
     * An observation, a policy event or a tick.
     *
     * @param release the one it is decided with; null for a fact on its own
     */
    record Fact(Message message, @Nullable String release) implements Input {
        public Fact(Message message) {
            this(message, null);
        }

        @Override
        public Instant time() {
            return message.time();
        }
    }

    /** The end of the facts of a release on one of the topics. */
    record Closed(ClosedRelease release, boolean ofPolicies) implements Input {
        @Override
        public Instant time() {
            return release.published();
        }
    }

    /** A fact made void, or valid again. */
    record Corrected(Correction correction, boolean ofPolicies) implements Input {
        @Override
        public Instant time() {
            return correction.at();
        }
    }

    /** A rule that is new, changed or said again. */
    record RuleSet(JsonNode rule, Instant at) implements Input {
        @Override
        public Instant time() {
            return at;
        }
    }

    /** A rule taken away. */
    record RuleRemoved(String id, Instant at) implements Input {
        @Override
        public Instant time() {
            return at;
        }
    }
}
