package io.sectorwatch.processor.engine;

import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.series.SeriesHistory;
import io.sectorwatch.schemas.message.Correction;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Transition;
import org.jspecify.annotations.Nullable;

/** Hears of all that an engine must be given back after a restart. By itself it keeps nothing. */
public interface EngineState {
    /** Keeps nothing: for an engine that is not to be restored. */
    EngineState NOTHING = new EngineState() {};

    /** A vintage was added to a series that is not derived. */
    default void vintage(SeriesHistory history, int row) {}

    default void policy(PolicyEvent event) {}

    default void rule(String id, @Nullable Rule rule) {}

    /** When a version of a rule last took effect, or the rule was removed, in milliseconds. */
    default void effective(String rule, long at) {}

    /** An alert was opened or updated, or closed where it is null. */
    default void alert(String key, @Nullable Transition open) {}

    /** When an alert of a rule and series was closed, in milliseconds: nothing that is said of them later is dated before it. */
    default void closed(String key, long at) {}

    default void tick(long tick) {}

    default void correction(Correction correction) {}

    /** A fact that was corrected has come, or was there. */
    default void corrected(String id, Message fact) {}

    /** Nothing is to be kept of a release any more, be it that it was decided, or that all of it is handed on anew. */
    default void decided(OpenRelease.Key release) {}
}
