package io.sectorwatch.monitor.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.application.series.CountedSeries;
import io.sectorwatch.application.series.Vintage;
import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.processor.count.PolicyCounts;
import io.sectorwatch.schemas.message.Observation;
import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.series.SeriesKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The series that are counted from policy events: they stand in no table, and are counted when somebody asks. */
final class CountedFigures {
    private static final String EVERYWHERE = "";

    /** The vintages of one of them, in the order in which they count. */
    static List<ObjectNode> vintages(Handle handle, SeriesKey key, @Nullable String asOf) {
        Instant then = asOf == null ? null : Instant.parse(asOf);
        Instant tick = handle.createQuery(Sql.named("newest-tick"))
                .bind("asOf", asOf == null ? "9999" : asOf)
                .mapTo(String.class)
                .findOne()
                .map(Instant::parse)
                .orElse(null);
        return CountedSeries.of(events(handle, key.area()), tick, then).getOrDefault(key, List.of()).stream()
                .sorted(Comparator.comparing(
                                (Vintage vintage) -> vintage.observation().period())
                        .thenComparing(Vintage.CURRENT_LAST))
                .map(CountedFigures::figure)
                .toList();
    }

    /** All of them that count any event. */
    static SortedSet<SeriesKey> keys(Handle handle) {
        SortedSet<SeriesKey> keys = new TreeSet<>();
        events(handle, EVERYWHERE).forEach(event -> keys.addAll(PolicyCounts.concernedBy(event, List.of())));
        return keys;
    }

    private static List<PolicyEvent> events(Handle handle, String area) {
        return handle.createQuery(Sql.named("counted-policies"))
                .bind("area", area)
                .map((row, context) -> StoredPolicies.event(row))
                .list();
    }

    private static ObjectNode figure(Vintage vintage) {
        Observation count = vintage.observation();
        ObjectNode node = JsonNodes.object();
        node.put("id", vintage.id());
        FactNodes.period(node, count.period().toString());
        node.put("value", count.value());
        count.status().forEach(node.putArray("status")::add);
        node.put("published", count.published().toString());
        node.put("source", count.source().id());
        node.put("state", "valid");
        return node;
    }

    private CountedFigures() {}
}
