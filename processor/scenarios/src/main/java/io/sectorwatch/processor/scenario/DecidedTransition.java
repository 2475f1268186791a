package io.sectorwatch.processor.scenario;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A transition that was decided.
 *
 * @param transition its message
 * @param cause the event after which it was decided, with its place
 */
public record DecidedTransition(JsonNode transition, String cause) {
    /** What its order counts for. */
    String thread() {
        return transition.path("rule").asText()
                + '|'
                + transition.path("series").asText();
    }
}
