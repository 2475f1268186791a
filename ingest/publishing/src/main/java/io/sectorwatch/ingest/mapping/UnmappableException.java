package io.sectorwatch.ingest.mapping;

/** Nobody says when a data set became known, or it has not yet; the message says so to a person, and what to do. */
public final class UnmappableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnmappableException(String message) {
        super(message);
    }

    UnmappableException(String message, Throwable cause) {
        super(message, cause);
    }
}
