package io.sectorwatch.ingest.fact;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Names releases: the same facts of a source at a moment are the same release, whenever and by whomever published. */
public final class ReleaseIds {
    /** What somebody makes known at a moment, by the name of a data set or the id of a source. */
    public static String of(String who, Instant published) {
        boolean isDay = published.equals(published.truncatedTo(ChronoUnit.DAYS));
        return who + '/' + (isDay ? published.atOffset(ZoneOffset.UTC).toLocalDate() : published);
    }

    /** What one of several sources of a data set makes known at a moment. */
    public static String of(String dataSet, String source, Instant published) {
        return of(dataSet + '/' + source, published);
    }

    private ReleaseIds() {}
}
