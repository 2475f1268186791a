package io.sectorwatch.monitor.intake;

/** What is in the database did not come from these topics. */
final class OtherInstallationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OtherInstallationException(String database, String why) {
        super("the database " + database + " is of other topics (" + why
                + "): give another one, or remove it: it is filled again from the topics");
    }
}
