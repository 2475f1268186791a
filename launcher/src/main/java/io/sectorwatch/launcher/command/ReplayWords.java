package io.sectorwatch.launcher.command;

import io.sectorwatch.application.replay.ReplayProgress;
import io.sectorwatch.application.replay.broker.ReplayListener;

/** Tells a person how a replay goes. */
final class ReplayWords implements ReplayListener {
    private final SectorwatchCommand root;

    ReplayWords(SectorwatchCommand root) {
        this.root = root;
    }

    @Override
    public void goesOn(String name) {
        root.err().println("Going on with the replay '" + name + "', which was interrupted.");
    }

    @Override
    public ReplayProgress begins(Part part, long total) {
        return new Steps(
                root,
                switch (part) {
                    case READING -> "Reading";
                    case STAGING -> "Staging";
                },
                total);
    }
}
