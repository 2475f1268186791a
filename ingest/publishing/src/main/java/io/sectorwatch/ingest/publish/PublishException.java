package io.sectorwatch.ingest.publish;

/** Facts cannot be published; the message tells a person why and what to do. */
public final class PublishException extends RuntimeException {
    public PublishException(String message) {
        super(message);
    }

    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }
}
