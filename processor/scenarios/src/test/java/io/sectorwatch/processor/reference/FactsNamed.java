package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.PolicyEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The facts that something rests on.
 *
 * @param named the ids of all of them, of a count only of the newest
 * @param count how many there are
 */
public record FactsNamed(SortedSet<String> named, int count) {
    private static final int NAMED_OF_A_COUNT = 32;
    private static final Comparator<PolicyEvent> NEWEST_FIRST = Comparator.comparing(PolicyEvent::published)
            .thenComparing(FactId::of)
            .reversed();

    static FactsNamed of(String id) {
        return new FactsNamed(new TreeSet<>(Set.of(id)), 1);
    }

    static FactsNamed ofCount(List<PolicyEvent> counted) {
        SortedSet<String> newest = counted.stream()
                .sorted(NEWEST_FIRST)
                .limit(NAMED_OF_A_COUNT)
                .map(FactId::of)
                .collect(Collectors.toCollection(TreeSet::new));
        return new FactsNamed(newest, counted.size());
    }

    /** Of facts that differ from one another, or of series of which one is compared with itself. */
    static FactsNamed ofAll(List<FactsNamed> parts) {
        SortedSet<String> named = new TreeSet<>();
        int unnamed = 0;
        for (FactsNamed part : parts) {
            named.addAll(part.named);
            unnamed += part.count - part.named.size();
        }
        return new FactsNamed(named, named.size() + unnamed);
    }
}
