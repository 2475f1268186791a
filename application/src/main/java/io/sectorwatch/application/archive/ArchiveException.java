package io.sectorwatch.application.archive;

/** An archive cannot be published where it was to be; the message tells a person why. */
public final class ArchiveException extends RuntimeException {
    public ArchiveException(String message) {
        super(message);
    }
}
