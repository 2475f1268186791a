package io.sectorwatch.ingest.format;

import java.io.IOException;

/** What was given cannot be read as the format it has or was said to have; its message is for people. */
public class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
        super(message);
    }

    public UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
