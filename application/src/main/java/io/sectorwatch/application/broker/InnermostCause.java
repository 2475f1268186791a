package io.sectorwatch.application.broker;

/** What lies at the bottom of an exception. */
final class InnermostCause {

    /** The innermost message, or the innermost exception's name where it has none. */
    static String innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private InnermostCause() {}
}
