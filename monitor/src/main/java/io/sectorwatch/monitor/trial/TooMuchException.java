package io.sectorwatch.monitor.trial;

/** A trial is larger than one may be; the message says what bounds it. */
public final class TooMuchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooMuchException(String message) {
        super(message);
    }
}
