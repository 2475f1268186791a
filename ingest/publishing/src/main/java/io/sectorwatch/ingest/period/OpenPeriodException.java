package io.sectorwatch.ingest.period;

/** A text is a period, and of its readings nobody says which. */
public final class OpenPeriodException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    OpenPeriodException(String message) {
        super(message);
    }
}
