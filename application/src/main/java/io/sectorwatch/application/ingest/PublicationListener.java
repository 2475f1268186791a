package io.sectorwatch.application.ingest;

/** Hears how a publication gets on. */
public interface PublicationListener {
    /** A transaction of another publisher is waited for. */
    default void waits() {}

    /** So many facts are published from now on. */
    default PublicationProgress publishes(long facts) {
        return PublicationProgress.NOBODY;
    }
}
