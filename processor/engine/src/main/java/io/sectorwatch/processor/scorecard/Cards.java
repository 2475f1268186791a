package io.sectorwatch.processor.scorecard;

import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.Scorecard.Line;
import io.sectorwatch.schemas.message.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the scorecards of areas together. */
public final class Cards {

    /** The card that the newest slices of its parts make; there is at least one. */
    public static Scorecard merge(SortedMap<String, Scorecard> slices) {
        Scorecard any = slices.values().iterator().next();
        Instant known = slices.values().stream()
                .map(Scorecard::knownAt)
                .max(Instant::compareTo)
                .orElseThrow();
        List<Line> lines = new ArrayList<>();
        SortedMap<Severity, Integer> open = new TreeMap<>();
        for (Scorecard card : slices.values()) {
            lines.addAll(card.indicators());
            card.open().forEach((severity, number) -> open.merge(severity, number, Integer::sum));
        }
        PolicyTally tally = new PolicyTally(known);
        tally.add(slices);
        return new Scorecard(
                any.area(), any.sector(), open.isEmpty() ? null : open.lastKey(), lines, tally.policies(), open, known);
    }

    private Cards() {}
}
