package io.sectorwatch.ingest.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A failure that may pass. */
final class PassingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Duration asked;

    /**
     * Says what failed.
     *
     * @param asked how long the server wants to be left alone; zero if it did not say
     */
    PassingException(String message, Duration asked, @Nullable Throwable cause) {
        super(message, cause);
        this.asked = asked;
    }

    Duration asked() {
        return asked;
    }
}
