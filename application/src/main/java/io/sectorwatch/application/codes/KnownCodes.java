package io.sectorwatch.application.codes;

import io.sectorwatch.schemas.json.Suggestion;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Transition;
import io.sectorwatch.schemas.series.SeriesKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The codes that some facts, alerts or cards have, of every sort. */
public final class KnownCodes {
    private final Map<CodeSort, SortedSet<String>> codes = new EnumMap<>(CodeSort.class);

    /** Takes a code; one again changes nothing. */
    public void add(CodeSort sort, String code) {
        codes.computeIfAbsent(sort, first -> new TreeSet<>()).add(code);
    }

    /** Takes those of a series. */
    public void add(SeriesKey series) {
        add(CodeSort.INDICATOR, series.indicator());
        add(CodeSort.AREA, series.area());
        add(CodeSort.SECTOR, series.sector());
    }

    /** Takes those of a fact; what is none has none. */
    public void add(Message fact) {
        if (fact instanceof Observation observation) {
            add(observation.series());
            add(CodeSort.SOURCE, observation.source().id());
        } else if (fact instanceof PolicyEvent policy) {
            add(CodeSort.AREA, policy.area());
            policy.sectors().forEach(sector -> add(CodeSort.SECTOR, sector));
            add(CodeSort.SOURCE, policy.source().id());
        }
    }

    /** A choice of messages that takes the codes of all that it is asked about. */
    public Predicate<Message> noting(Predicate<Message> choice) {
        return message -> {
            add(message);
            return choice.test(message);
        };
    }

    /** Takes those of an alert. */
    public void add(Transition transition) {
        add(transition.series());
        add(CodeSort.RULE, transition.rule());
    }

    /** Those of the wanted codes that nothing has, each with what may have been meant. */
    public List<UnmetCode> unmet(CodeSort sort, Collection<String> wanted) {
        SortedSet<String> known = codes.getOrDefault(sort, new TreeSet<>());
        List<UnmetCode> unmet = new ArrayList<>();
        for (String code : new TreeSet<>(wanted)) {
            if (!known.contains(code)) {
                unmet.add(new UnmetCode(
                        sort,
                        code,
                        sort == CodeSort.AREA ? MeantArea.of(code, known) : Suggestion.nearest(known, code)));
            }
        }
        return unmet;
    }
}
