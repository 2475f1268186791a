package io.sectorwatch.monitor.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the tables have them: with milliseconds always, so that texts sort as times. */
public final class Times {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The text of a time. */
    public static String text(Instant time) {
        return FORM.format(time);
    }

    private Times() {}
}
