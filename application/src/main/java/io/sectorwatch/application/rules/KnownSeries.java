package io.sectorwatch.application.rules;

import io.sectorwatch.processor.count.PolicyCounts;
import io.sectorwatch.processor.rule.SeriesSelection;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** The series that some facts are about, those counted from policy events too. */
public final class KnownSeries {
    private final Set<SeriesKey> series = new HashSet<>();

    /** Those of some facts. */
    public static KnownSeries of(Iterable<? extends Message> facts) {
        KnownSeries known = new KnownSeries();
        facts.forEach(known::add);
        return known;
    }

    /** Takes the series of a fact. */
    void add(Message fact) {
        if (fact instanceof Observation observation) {
            series.add(observation.series());
        } else if (fact instanceof PolicyEvent policy) {
            series.addAll(PolicyCounts.concernedBy(policy, List.of()));
        }
    }

    /** How many a rule is about that selects these. */
    public int matching(SeriesSelection selection) {
        return (int) series.stream().filter(selection::matches).count();
    }

    /** The codes of all of them, of one sort. */
    SortedSet<String> codes(Function<SeriesKey, String> sort) {
        SortedSet<String> codes = new TreeSet<>();
        series.forEach(key -> codes.add(sort.apply(key)));
        return codes;
    }
}
