package io.sectorwatch.ingest.period;

/** A text has the form of no period: most texts are about something else. */
public final class UnlikePeriodException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnlikePeriodException(String message) {
        super(message);
    }
}
