package io.sectorwatch.application.replay;

/** History cannot be decided again as it was asked for; the message tells a person why. */
public final class ReplayException extends RuntimeException {
    public ReplayException(String message) {
        super(message);
    }
}
