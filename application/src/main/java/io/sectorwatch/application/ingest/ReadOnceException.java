package io.sectorwatch.application.ingest;

/** A source can be read once, and is wanted more than once. */
public final class ReadOnceException extends RuntimeException {
    private final String source;

    public ReadOnceException(String source) {
        super("'" + source + "' is read once: give addresses, files or folders");
        this.source = source;
    }

    /** As it was named. */
    public String source() {
        return source;
    }
}
