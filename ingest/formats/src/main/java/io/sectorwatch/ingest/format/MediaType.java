package io.sectorwatch.ingest.format;

import java.util.List;

/**
 * What a server is asked for.
 *
 * @param name as servers know it, with its parameters
 * @param tenths how much it is wanted beside others, at most 10. What says when it was published is wanted more: of a table
 *     nobody knows when it became known
 */
public record MediaType(String name, int tenths) {
    /** Of JSON that has no name of its own. */
    public static final List<MediaType> JSON = List.of(new MediaType("application/json", 6));

    /** Of tables that have no name of their own. */
    public static final List<MediaType> TABLE =
            List.of(new MediaType("text/csv", 5), new MediaType("text/tab-separated-values", 5));
}
