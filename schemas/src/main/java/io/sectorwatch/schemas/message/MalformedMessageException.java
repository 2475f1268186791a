package io.sectorwatch.schemas.message;

/**
 * A message that cannot be read or makes no sense; its text says why, to a person. It says all that there is to say: with a
 * stack trace, which goes to the dead letters too, a flood of such messages would be many times as large.
 */
public final class MalformedMessageException extends RuntimeException {
    public MalformedMessageException(String reason) {
        super(reason, null, false, false);
    }
}
