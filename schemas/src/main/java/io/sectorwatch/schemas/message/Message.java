package io.sectorwatch.schemas.message;

import java.time.Instant;

/** Something that became known at a moment: the value of a record on one of the topics. */
public sealed interface Message permits IndicatorMessage, PolicyMessage, Transition, Scorecard, SectorCard {
    /** Knowledge time: the timestamp of the message's record. */
    Instant time();

    /** What the message is about, as its CloudEvents subject. */
    String subject();
}
