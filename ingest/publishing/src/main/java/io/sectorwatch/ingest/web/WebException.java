package io.sectorwatch.ingest.web;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something cannot be had from the web; the message tells a person why and what to do, and no secret. */
public final class WebException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Instant notBefore;

    WebException(String message, @Nullable Throwable cause) {
        this(message, null, cause);
    }

    WebException(String message, @Nullable Instant notBefore, @Nullable Throwable cause) {
        super(message, cause);
        this.notBefore = notBefore;
    }

    /** Until when the server wants to be left alone, if it said so. */
    public Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }
}
