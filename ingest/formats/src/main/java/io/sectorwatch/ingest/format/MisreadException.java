package io.sectorwatch.ingest.format;

/**
 * What was read of a source cannot be what it means, as something behind it shows: no row of it counts, those given before
 * neither.
 */
public final class MisreadException extends UnreadableException {
    private static final long serialVersionUID = 1L;

    /** With a message for people. */
    public MisreadException(String message) {
        super(message);
    }
}
