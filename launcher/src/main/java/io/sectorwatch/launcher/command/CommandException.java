package io.sectorwatch.launcher.command;

/** The command ends here; the message tells a person why, in one line. */
public final class CommandException extends RuntimeException {
    /** The work was done and found failures. */
    public static final int FAILURES_FOUND = 1;
    /** The command cannot do its work with what it was given. */
    public static final int UNUSABLE = 2;

    private final int status;

    private CommandException(int status, String message) {
        super(message);
        this.status = status;
    }

    public static CommandException unusable(String message) {
        return new CommandException(UNUSABLE, message);
    }

    public static CommandException failed(String message) {
        return new CommandException(FAILURES_FOUND, message);
    }

    /** The exit status. */
    public int status() {
        return status;
    }
}
