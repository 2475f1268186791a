package io.sectorwatch.processor.reference;

import io.sectorwatch.schemas.message.Transition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds transitions against those the contract demands. */
public final class ReferenceComparison {
    /** The kinds whose facts the contract leaves no choice of. */
    private static final Set<String> NAMING_FACTS = Set.of("value", "gap", "change", "sum");

    /** The first difference, in words; the order counts for each rule and series, not among different ones. */
    public static Optional<String> difference(List<Expected> expected, List<Transition> actual) {
        Map<String, List<Expected>> wanted = expected.stream()
                .map(ReferenceComparison::asCompared)
                .collect(Collectors.groupingBy(Expected::key, TreeMap::new, Collectors.toList()));
        Map<String, List<Expected>> got = actual.stream()
                .map(ReferenceComparison::asExpected)
                .collect(Collectors.groupingBy(Expected::key, TreeMap::new, Collectors.toList()));
        TreeSet<String> keys = new TreeSet<>(wanted.keySet());
        keys.addAll(got.keySet());
        return keys.stream()
                .map(key -> difference(key, wanted.getOrDefault(key, List.of()), got.getOrDefault(key, List.of())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> difference(String key, List<Expected> wanted, List<Expected> got) {
        for (int i = 0; i < Math.max(wanted.size(), got.size()); i++) {
            Expected want = i < wanted.size() ? wanted.get(i) : null;
            Expected is = i < got.size() ? got.get(i) : null;
            if (!Objects.equals(want, is)) {
                return Optional.of("transition " + (i + 1) + " of " + key
                        + "\n  expected: " + orNothing(want)
                        + "\n  actual:   " + orNothing(is)
                        + "\n  all expected:" + lines(wanted)
                        + "\n  all actual:" + lines(got));
            }
        }
        return Optional.empty();
    }

    private static Expected asExpected(Transition actual) {
        boolean opens = actual.transition().opens();
        return new Expected(
                actual.transition(),
                actual.reason(),
                actual.rule(),
                actual.severity(),
                actual.series(),
                actual.since(),
                actual.period(),
                actual.certainty(),
                actual.measure().kind(),
                opens ? plain(actual.measure().value()) : null,
                opens ? actual.measure().comparator() : null,
                opens ? figure(actual.observation()) : null,
                opens ? figure(actual.benchmark()) : null,
                opens && NAMING_FACTS.contains(actual.measure().kind()) ? facts(actual) : null,
                actual.decidedAt());
    }

    private static Expected asCompared(Expected expected) {
        return NAMING_FACTS.contains(expected.measureKind()) ? expected : expected.withoutFacts();
    }

    private static FactsNamed facts(Transition actual) {
        SortedSet<String> named = new TreeSet<>(actual.evidence());
        return new FactsNamed(named, actual.evidenceCount() == null ? named.size() : actual.evidenceCount());
    }

    private static Expected.@Nullable Figure figure(Transition.@Nullable Figure figure) {
        return figure == null ? null : new Expected.Figure(figure.period(), plain(figure.value()), figure.comparator());
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : Numbers.plain(number);
    }

    private static String orNothing(@Nullable Expected transition) {
        return transition == null ? "nothing" : transition.toString();
    }

    private static String lines(List<Expected> transitions) {
        return transitions.isEmpty()
                ? " none"
                : transitions.stream()
                        .flatMap(each -> Stream.of("\n    ", each.toString()))
                        .collect(Collectors.joining());
    }

    private ReferenceComparison() {}
}
