package io.sectorwatch.processor.rule;

/** A rules file that cannot be used; the message has a line for each mistake: file, line, column and what is wrong. */
public final class RuleFileException extends Exception {
    private static final long serialVersionUID = 1;

    public RuleFileException(String message) {
        super(message);
    }

    public RuleFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
