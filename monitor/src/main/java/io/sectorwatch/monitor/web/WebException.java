package io.sectorwatch.monitor.web;

/** The page cannot be served; the message is for people. */
public final class WebException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WebException(String message) {
        super(message);
    }

    public WebException(String message, Throwable cause) {
        super(message, cause);
    }
}
