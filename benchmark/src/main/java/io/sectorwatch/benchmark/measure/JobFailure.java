package io.sectorwatch.benchmark.measure;

/** A job did not do its work, so that there is nothing to measure; the message tells a person why. */
public final class JobFailure extends RuntimeException {
    public JobFailure(String message) {
        super(message);
    }

    public JobFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
