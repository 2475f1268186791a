package io.sectorwatch.monitor.trial;

import io.sectorwatch.application.replay.Needs;
import io.sectorwatch.application.replay.ReplayScope;
import io.sectorwatch.ingest.fact.FactOrder;
import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.monitor.read.StoredPolicies;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.message.Message;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.message.Tick;
import io.sectorwatch.schemas.series.Bound;
import io.sectorwatch.schemas.series.Period;
import io.sectorwatch.schemas.series.SeriesKey;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The facts of a database that some rules look at; void ones are left out, as if they had never been known. */
final class TrialFacts {
    private final Map<String, SeriesKey> keys = new HashMap<>();
    private final List<Known> facts = new ArrayList<>();

    /**
     * A fact or a tick.
     *
     * @param release that it belongs to; null for one on its own
     */
    record Known(Message message, @Nullable String release) {}

    /**
     * Reads them, in the order in which they became known.
     *
     * @param asOf up to when, in the form of the tables
     * @throws TooMuchException if there are more than so many
     */
    static List<Known> read(Handle handle, List<Rule> rules, String asOf, int most) {
        TrialFacts reading = new TrialFacts();
        Set<String> ids = rules.stream().map(Rule::id).collect(Collectors.toUnmodifiableSet());
        Needs needs = Needs.of(new ReplayScope(ids, Set.of(), Set.of(), Set.of()), rules);
        String ranges = needs.isAll()
                ? "1 = 1"
                : needs.indicators().stream()
                        .sorted()
                        // The character behind a slash is a zero.
                        .map(indicator -> "(series >= '" + indicator + "/' AND series < '" + indicator + "0')")
                        .collect(Collectors.joining(" OR ", "(", ")"));
        if (needs.isAll() || !needs.indicators().isEmpty()) {
            handle.createQuery(Sql.named("trial-facts"))
                    .define("conditions", ranges)
                    .bind("asOf", asOf)
                    .bind("limit", most + 1)
                    .map((row, context) -> reading.observation(row))
                    .forEach(reading.facts::add);
        }
        if (needs.areOfPolicies()) {
            handle.createQuery(Sql.named("trial-policies"))
                    .bind("asOf", asOf)
                    .bind("limit", most + 1)
                    .map((row, context) -> new Known(StoredPolicies.event(row), row.getString("release")))
                    .forEach(reading.facts::add);
        }
        handle.createQuery(Sql.named("trial-ticks"))
                .bind("asOf", asOf)
                .bind("limit", most + 1)
                .map((row, context) -> new Known(new Tick(Instant.parse(row.getString("told_at"))), null))
                .forEach(reading.facts::add);
        if (reading.facts.size() > most) {
            throw new TooMuchException("these rules look at more than " + most + " facts: name indicators and areas");
        }
        reading.facts.sort(Comparator.comparing(Known::message, FactOrder.BY_KNOWLEDGE_TIME));
        return reading.facts;
    }

    private Known observation(ResultSet row) throws SQLException {
        SeriesKey series = keys.computeIfAbsent(row.getString("series"), SeriesKey::parse);
        String value = row.getString("value");
        String comparator = row.getString("comparator");
        String next = row.getString("next_release");
        return new Known(
                new Observation(
                        series,
                        Period.parse(row.getString("period")),
                        value == null ? null : new BigDecimal(value),
                        comparator == null ? null : Bound.of(comparator),
                        row.getString("unit"),
                        Arrays.asList(row.getString("status").split(" ")),
                        Instant.parse(row.getString("published")),
                        source(row),
                        next == null ? null : LocalDate.parse(next)),
                row.getString("release"));
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(row.getString("source"), row.getString("locator"), row.getString("url"));
    }
}
