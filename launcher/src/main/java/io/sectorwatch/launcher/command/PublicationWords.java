package io.sectorwatch.launcher.command;

import io.sectorwatch.application.ingest.PublicationListener;
import io.sectorwatch.application.ingest.PublicationProgress;

/** What a person is told while facts are published. */
final class PublicationWords implements PublicationListener {
    private final SectorwatchCommand root;

    PublicationWords(SectorwatchCommand root) {
        this.root = root;
    }

    @Override
    public void waits() {
        root.err().println("Waiting for a transaction of another publisher to end.");
    }

    @Override
    public PublicationProgress publishes(long facts) {
        return new PublishingProgress(root.err(), root.progressScreen(), facts);
    }
}
