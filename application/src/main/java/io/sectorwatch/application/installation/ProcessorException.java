package io.sectorwatch.application.installation;

/** The processor has stopped, or gets no further; the message tells a person why. */
public final class ProcessorException extends RuntimeException {
    public ProcessorException(String message, Throwable cause) {
        super(message, cause);
    }

    public ProcessorException(String message) {
        super(message);
    }
}
