package io.sectorwatch.application.broker;

/** There is no embedded broker; the message tells a person why and what to do. */
public final class BrokerException extends RuntimeException {
    public BrokerException(String message, Throwable cause) {
        super(message, cause);
    }

    public BrokerException(String message) {
        super(message);
    }
}
