package io.sectorwatch.application.rules;

/** Rules cannot be changed as was asked for, and none was; the message tells a person why. */
public final class RuleChangeException extends RuntimeException {
    public RuleChangeException(String message) {
        super(message);
    }
}
