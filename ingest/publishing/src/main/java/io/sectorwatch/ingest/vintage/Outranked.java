package io.sectorwatch.ingest.vintage;

import io.sectorwatch.schemas.message.Message;

/**
 * What a release says and another fact of the same source and moment outranks: it counts only once that one is void.
 *
 * @param counting the other fact
 */
public record Outranked(Message fact, Message counting) {}
