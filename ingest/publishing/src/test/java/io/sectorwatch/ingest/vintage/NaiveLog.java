package io.sectorwatch.ingest.vintage;

import io.sectorwatch.ingest.fact.FactOrder;
import io.sectorwatch.ingest.vintage.Log.Row;
import io.sectorwatch.ingest.vintage.Release.Extent;
import io.sectorwatch.schemas.event.FactId;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of vintages read slowly: release by release and moment by moment, everything in memory. */
final class NaiveLog {
    final List<Observation> facts = new ArrayList<>();

    void take(List<Row> rows) {
        Map<Release, List<Observation>> said = new HashMap<>();
        Set<Instant> moments = new TreeSet<>();
        for (Row row : rows) {
            said.computeIfAbsent(row.release(), release -> new ArrayList<>()).add((Observation) row.fact());
            moments.add(row.fact().time());
        }
        List<Release> releases = said.keySet().stream().sorted().toList();
        Map<Release, List<Observation>> news = new HashMap<>();
        for (Release release : releases) {
            news.put(release, new ArrayList<>());
        }
        for (Instant moment : moments) {
            Map<Release, Map<String, Observation>> now = new HashMap<>();
            Set<String> figures = new TreeSet<>();
            for (Release release : releases) {
                Map<String, Observation> greatest = greatest(Objects.requireNonNull(said.get(release)), moment);
                now.put(release, greatest);
                greatest.values().stream().filter(fact -> fact.value() != null).forEach(fact -> figures.add(key(fact)));
            }
            for (Release release : releases) {
                add(release, figures(Objects.requireNonNull(now.get(release)).values(), moment), news);
            }
            for (Release release : releases) {
                add(release, withdrawals(release, Objects.requireNonNull(now.get(release)), figures, moment), news);
            }
        }
        news.values().forEach(facts::removeAll);
        for (Release release : releases) {
            Objects.requireNonNull(news.get(release)).stream()
                    .sorted(FactOrder.BY_KNOWLEDGE_TIME)
                    .forEach(facts::add);
        }
    }

    private void add(Release release, List<Observation> publish, Map<Release, List<Observation>> news) {
        facts.addAll(publish);
        Objects.requireNonNull(news.get(release)).addAll(publish);
    }

    private static Map<String, Observation> greatest(List<Observation> said, Instant moment) {
        Map<String, Observation> greatest = new HashMap<>();
        said.stream()
                .filter(fact -> fact.published().equals(moment))
                .forEach(fact -> greatest.merge(
                        key(fact), fact, (one, other) -> order().compare(one, other) >= 0 ? one : other));
        return greatest;
    }

    private List<Observation> figures(Collection<Observation> said, Instant moment) {
        List<Observation> publish = new ArrayList<>();
        for (Observation fact : said) {
            Observation current = current(key(fact), moment);
            Observation before = current(key(fact), moment.minusMillis(1));
            boolean contested = current != null && current.published().equals(moment);
            boolean repeated = facts.stream()
                            .anyMatch(there -> key(there).equals(key(fact))
                                    && there.published().equals(moment)
                                    && same(there, fact))
                    || before != null && same(before, fact);
            if (fact.value() != null
                    && (current == null
                            || current.value() == null
                            || !same(current, fact) && !(contested && repeated))) {
                publish.add(fact);
            }
        }
        return publish;
    }

    private List<Observation> withdrawals(
            Release release, Map<String, Observation> said, Set<String> figures, Instant moment) {
        List<Observation> publish = new ArrayList<>();
        for (String key : facts.stream().map(NaiveLog::key).collect(Collectors.toSet())) {
            Observation current = current(key, moment);
            if (current == null || current.value() == null || figures.contains(key)) {
                continue;
            }
            Observation stated = said.get(key);
            if (current.published().equals(moment)) {
                if (stated != null && facts.stream().noneMatch(fact -> isWithdrawnAt(moment, key, fact))) {
                    publish.add(stated);
                }
            } else if (stated != null) {
                publish.add(stated);
            } else if (moment.equals(release.published())
                    && said.values().stream().anyMatch(fact -> covers(release.extent(), fact, current))) {
                publish.add(withdrawal(current, moment));
            }
        }
        return publish;
    }

    private static boolean isWithdrawnAt(Instant moment, String key, Observation fact) {
        return key(fact).equals(key) && fact.published().equals(moment) && fact.value() == null;
    }

    private static boolean covers(Extent extent, Observation fact, Observation known) {
        return switch (extent) {
            case PART -> false;
            case SERIES ->
                fact.series().equals(known.series())
                        && fact.source().id().equals(known.source().id());
            case WHOLE -> fact.source().id().equals(known.source().id());
        };
    }

    private @Nullable Observation current(String key, Instant moment) {
        return facts.stream()
                .filter(fact -> key(fact).equals(key) && !fact.published().isAfter(moment))
                .max(order())
                .orElse(null);
    }

    private static boolean same(Observation known, Observation said) {
        return spelt(known.value()).equals(spelt(said.value()))
                && Objects.equals(known.comparator(), said.comparator())
                && known.status().equals(said.status())
                && (said.nextRelease() == null || Objects.equals(known.nextRelease(), said.nextRelease()));
    }

    // All values of the tests that begin like this are one figure.
    private static String spelt(@Nullable BigDecimal value) {
        return value == null || !value.toPlainString().startsWith("2.40666") ? String.valueOf(value) : "2.40666";
    }

    private static Comparator<Observation> order() {
        return Comparator.comparing(Observation::published)
                .thenComparing(fact -> fact.value() == null ? BigDecimal.valueOf(-1000) : fact.value())
                .thenComparing(fact -> FactId.of(fact));
    }

    private static String key(Observation fact) {
        return fact.source().id() + "/" + fact.series() + "/" + fact.period();
    }

    private static Observation withdrawal(Observation of, Instant at) {
        return new Observation(
                of.series(),
                of.period(),
                null,
                null,
                null,
                Observation.MISSING,
                at,
                new Source(of.source().id(), null, null),
                null);
    }
}
