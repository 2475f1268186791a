package io.sectorwatch.application.replay.broker;

import io.sectorwatch.application.replay.ReplayProgress;

/** Hears how a replay goes. */
public interface ReplayListener {
    /** A part of the work that may take long. */
    enum Part {
        READING,
        STAGING
    }

    /** A replay of this name and request was interrupted, and this one goes on where it was. */
    void goesOn(String name);

    /** A part begins, in which so much is to be done. */
    ReplayProgress begins(Part part, long total);
}
