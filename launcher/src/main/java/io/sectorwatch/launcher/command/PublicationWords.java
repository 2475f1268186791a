package io.sectorwatch.launcher.command;

import io.sectorwatch.application.ingest.PublicationListener;
import io.sectorwatch.application.ingest.PublicationProgress;
import io.sectorwatch.launcher.table.RoundWords;

/** What a person is told while facts are published. */
final class PublicationWords implements PublicationListener {
    private final SectorwatchCommand root;

    PublicationWords(SectorwatchCommand root) {
        this.root = root;
    }

    @Override
    public void waits() {
        root.err().println(RoundWords.WAITS);
    }

    @Override
    public PublicationProgress publishes(long facts) {
        return new PublishingProgress(root.err(), root.progressScreen(), facts);
    }
}
