package io.sectorwatch.schemas.message;

/** A message that cannot be read or makes no sense; its text says why, to a person. */
public final class MalformedMessageException extends RuntimeException {
    public MalformedMessageException(String reason) {
        super(reason);
    }

    public MalformedMessageException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
