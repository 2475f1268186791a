package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** When the system could know what it decides. */
final class DecisionTime {
    /** The newest of the event's time, the rule's, the ticks', and all that the rule could look at. */
    static Instant of(
            Instant event, Instant ruleTookEffect, ReferenceRule rule, SeriesKey series, Knowledge knowledge) {
        Stream<Instant> looked = Stream.concat(Stream.of(rule.own(series)), rule.others(series).stream())
                .map(ReferenceKind.Other::series)
                .flatMap(other -> Stream.of(knowledge.newestPublished(other), knowledge.newestCorrection(other)));
        return Stream.concat(Stream.of(event, ruleTookEffect, knowledge.newestTick()), looked)
                .max(Comparator.naturalOrder())
                .orElse(event);
    }

    private DecisionTime() {}
}
