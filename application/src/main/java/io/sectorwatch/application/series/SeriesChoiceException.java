package io.sectorwatch.application.series;

/** No series, or several, are meant by what somebody asks for; the message tells a person why. */
public final class SeriesChoiceException extends RuntimeException {
    public SeriesChoiceException(String message) {
        super(message);
    }
}
