package io.sectorwatch.deliver.targets;

import io.sectorwatch.deliver.notice.Notice;
import java.util.Collection;
import java.util.List;

/**
 * A tool that is told of alerts. It is the translation and the call: what it is told, in which order, and what happens where
 * it does not answer is decided for all of them alike. Used by one thread.
 */
public interface Target extends AutoCloseable {
    /** How many notices it takes at once. */
    int most();

    /** Whether it is told of what its filter does not choose, too: that may be the end of what it did choose. */
    default boolean hearsAll() {
        return false;
    }

    /** Tells it, in this order. */
    Reply send(List<Notice> notices) throws InterruptedException;

    /** Whether it has to know at the beginning what is open. */
    default boolean holdsOpenAlerts() {
        return false;
    }

    /** These are open that its filter chooses, and no others. */
    default void hold(Collection<Notice> open) {}

    /** Is called again and again, for what has to be told again; does not wait. */
    default void remind() {}

    @Override
    void close();
}
