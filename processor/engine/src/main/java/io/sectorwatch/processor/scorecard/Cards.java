package io.sectorwatch.processor.scorecard;

import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.Scorecard.Counts;
import io.sectorwatch.schemas.message.Scorecard.Line;
import io.sectorwatch.schemas.message.Scorecard.Policies;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.series.Frequency;
import io.sectorwatch.schemas.series.Period;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts scorecards together. */
public final class Cards {
    private static final int TRAILING_MONTHS = 12;

    /** The card that the newest slices of its parts make; there is at least one. */
    public static Scorecard merge(SortedMap<String, Scorecard> slices) {
        Scorecard any = slices.values().iterator().next();
        Instant known = slices.values().stream()
                .map(Scorecard::knownAt)
                .max(Instant::compareTo)
                .orElseThrow();
        int month = Period.containing(known.atZone(ZoneOffset.UTC).toLocalDate(), Frequency.M)
                .ordinal();
        List<Line> lines = new ArrayList<>();
        SortedMap<Severity, Integer> open = new TreeMap<>();
        Counts trailing = new Counts(0, new TreeMap<>(), new TreeMap<>());
        Counts total = trailing;
        for (var slice : slices.entrySet()) {
            Scorecard card = slice.getValue();
            lines.addAll(card.indicators());
            card.open().forEach((severity, number) -> open.merge(severity, number, Integer::sum));
            total = Slicer.sum(total, card.policies().total());
            if (within(slice.getKey(), month)) {
                trailing = Slicer.sum(trailing, card.policies().total());
            }
        }
        return new Scorecard(
                any.area(),
                any.sector(),
                open.isEmpty() ? null : open.lastKey(),
                lines,
                new Policies(trailing, total),
                open,
                known);
    }

    private static boolean within(String part, int month) {
        if (!part.startsWith(Slice.POLICIES) || part.length() == Slice.POLICIES.length()) {
            return false;
        }
        int of = Period.parse(part.substring(Slice.POLICIES.length())).ordinal();
        return of <= month && of > month - TRAILING_MONTHS;
    }

    private Cards() {}
}
