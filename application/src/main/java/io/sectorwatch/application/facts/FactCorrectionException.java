package io.sectorwatch.application.facts;

/** Facts cannot be corrected as was asked for, and none was; the message tells a person why. */
public final class FactCorrectionException extends RuntimeException {
    public FactCorrectionException(String message) {
        super(message);
    }
}
