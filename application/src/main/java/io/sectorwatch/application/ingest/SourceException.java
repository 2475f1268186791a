package io.sectorwatch.application.ingest;

/** A source is not there or cannot be used; the message tells a person why. */
public final class SourceException extends RuntimeException {
    public SourceException(String message) {
        super(message);
    }

    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }

    static SourceException unreadable(String name, Exception cause) {
        return new SourceException(name + " cannot be read (" + cause.getMessage() + ")", cause);
    }
}
