package io.sectorwatch.schemas.yaml;

/** A file written by a person that cannot be used; the message has a line for each mistake: file, line, column and what is wrong. */
public final class UnusableFileException extends Exception {
    private static final long serialVersionUID = 1;

    public UnusableFileException(String message) {
        super(message);
    }

    public UnusableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
