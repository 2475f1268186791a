package io.sectorwatch.processor.scorecard;

import io.sectorwatch.schemas.message.Scorecard;
import io.sectorwatch.schemas.message.Scorecard.Line;
import io.sectorwatch.schemas.message.SectorCard;
import io.sectorwatch.schemas.message.Severity;
import io.sectorwatch.schemas.series.AreaNames;
import io.sectorwatch.schemas.series.Frequency;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts the scorecards of sectors over all areas together. */
public final class SectorCards {

    /** The card that those of its areas make; there is at least one, and all are of one sector. */
    public static SectorCard merge(Collection<AreaSlices> areas) {
        List<Scorecard> cards = areas.stream().map(AreaSlices::card).toList();
        Instant known =
                cards.stream().map(Scorecard::knownAt).max(Instant::compareTo).orElseThrow();
        PolicyTally tally = new PolicyTally(known);
        areas.forEach(area -> tally.add(area.slices()));
        SortedMap<Severity, Integer> open = new TreeMap<>();
        SortedMap<String, SortedMap<Severity, Integer>> openByArea = new TreeMap<>();
        for (Scorecard card : cards) {
            if (!card.open().isEmpty()) {
                openByArea.put(card.area(), card.open());
                card.open().forEach((severity, number) -> open.merge(severity, number, Integer::sum));
            }
        }
        return new SectorCard(
                cards.get(0).sector(),
                open.isEmpty() ? null : open.lastKey(),
                spreads(cards),
                tally.policies(),
                open,
                openByArea,
                known);
    }

    private static List<SectorCard.Spread> spreads(List<Scorecard> cards) {
        SortedMap<String, Map<Frequency, CurrentFigures>> byIndicator = new TreeMap<>();
        for (Scorecard card : cards) {
            boolean group = AreaNames.isGroup(card.area());
            for (Line line : card.indicators()) {
                CurrentFigures figures = byIndicator
                        .computeIfAbsent(line.indicator(), none -> new TreeMap<>())
                        .computeIfAbsent(line.frequency(), none -> new CurrentFigures());
                // What only a group has a figure of is an indicator of the sector all the same.
                if (!group) {
                    figures.add(card.area(), line);
                }
            }
        }
        return byIndicator.entrySet().stream()
                .flatMap(indicator -> indicator.getValue().entrySet().stream()
                        .map(figures -> figures.getValue().spread(indicator.getKey(), figures.getKey())))
                .toList();
    }

    private SectorCards() {}
}
