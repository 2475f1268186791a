package io.sectorwatch.ingest.publish;

/** Facts could not be published; none of the batch is visible to those who read committed records. */
public final class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }
}
