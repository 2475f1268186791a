package io.sectorwatch.monitor.web;

/** The page cannot be served; the message is for people. */
public final class ServingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ServingException(String message) {
        super(message);
    }

    public ServingException(String message, Throwable cause) {
        super(message, cause);
    }
}
