package io.sectorwatch.schemas.json;

import io.sectorwatch.schemas.message.MalformedMessageException;
import io.sectorwatch.schemas.series.Period;
import java.time.Instant;

/** How far ahead a publication can look. */
public final class Century {
    private static final long DAYS = 100 * 366L;
    private static final long MILLIS_OF_DAY = 86_400_000L;

    /** Refuses a period that begins later than that: a mistake, or a code in disguise such as 2999. */
    public static void check(Period period, Instant published) {
        long publishedDay = Math.floorDiv(published.toEpochMilli(), MILLIS_OF_DAY);
        if (period.start().toEpochDay() > publishedDay + DAYS) {
            throw new MalformedMessageException(
                    "period '" + period + "' begins more than a century after its publication");
        }
    }

    private Century() {}
}
