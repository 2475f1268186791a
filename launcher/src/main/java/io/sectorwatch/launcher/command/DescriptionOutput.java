package io.sectorwatch.launcher.command;

import io.sectorwatch.application.ingest.SourceDescriptions;

/** Prints descriptions of sources. */
final class DescriptionOutput implements SourceDescriptions.Listener {
    private final SectorwatchCommand root;
    private boolean failed;

    DescriptionOutput(SectorwatchCommand root) {
        this.root = root;
    }

    @Override
    public void described(String text) {
        root.out().println(text);
    }

    @Override
    public void failed(String source, String reason) {
        root.err().println(source + ": " + reason);
        failed = true;
    }

    boolean hasFailed() {
        return failed;
    }
}
