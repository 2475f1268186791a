package io.sectorwatch.ingest.web;

import java.time.Duration;

/**
 * How much is put up with.
 *
 * @param connect until a server takes the connection
 * @param answer until it begins to answer, all headers included; an SDMX service may search for long
 * @param stall without a single byte in the middle of a download
 * @param whole for a download from its beginning to its end
 * @param bytes of a download, as they come
 */
public record Limits(Duration connect, Duration answer, Duration stall, Duration whole, long bytes) {
    /** For services that are far away and busy. */
    public static final Limits USUAL = new Limits(
            Duration.ofSeconds(15), Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofHours(1), 4L << 30);

    /** A chain of redirects that is longer leads nowhere. */
    static final int MOST_REDIRECTS = 5;
}
