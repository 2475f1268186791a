package io.sectorwatch.application.explanation;

/** No alert, or several, are meant by what somebody asks for; the message tells a person why. */
public final class AlertChoiceException extends RuntimeException {
    public AlertChoiceException(String message) {
        super(message);
    }
}
