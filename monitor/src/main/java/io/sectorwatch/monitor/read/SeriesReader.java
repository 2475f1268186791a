package io.sectorwatch.monitor.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.processor.kind.ComparedSeries;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.schemas.series.AreaNames;
import io.sectorwatch.schemas.series.SeriesKey;
import io.sectorwatch.schemas.topic.Partitions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Series: which there are, what is known of one, and what was known. */
public final class SeriesReader {
    private final Jdbi jdbi;

    public SeriesReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A page of series, by name. */
    public ObjectNode list(
            Set<String> indicators, Set<String> areas, Set<String> sectors, int limit, @Nullable PageEnd after) {
        return jdbi.withHandle(handle -> {
            Conditions conditions = new Conditions()
                    .in("indicator", indicators)
                    .in("area", areas)
                    .in("sector", sectors)
                    .that("series > ?", after == null ? null : after.part(0));
            List<String> names = conditions
                    .apply(handle.createQuery(Sql.named("series-names")))
                    .bind("limit", limit + 1)
                    .mapTo(String.class)
                    .list();
            ObjectNode answer = JsonNodes.object();
            ArrayNode series = answer.putArray("series");
            names.stream().limit(limit).forEach(name -> series.add(summary(handle, name)));
            if (names.size() > limit) {
                answer.put("next", PageEnd.of(names.get(limit - 1)).toString());
            }
            return answer;
        });
    }

    /** What is known of a series, or was at a time; empty if nothing ever was. */
    public Optional<ObjectNode> find(SeriesKey key, @Nullable String asOf) {
        return jdbi.withHandle(handle -> {
            KnownFigures known = KnownFigures.of(vintages(handle, key, asOf), asOf);
            if (known.isUnknown()) {
                return Optional.empty();
            }
            ObjectNode answer = head(key);
            JsonNodes.time(answer, "asOf", asOf);
            known.unit().ifPresent(unit -> answer.put("unit", unit));
            answer.set("values", known.values());
            known.due().ifPresent(due -> answer.put("nextRelease", due));
            answer.set("rules", rules(handle, key));
            answer.set("alerts", alerts(handle, key, asOf));
            return Optional.of(answer);
        });
    }

    /** Every vintage of a series, by period and the order in which they count; empty if there is none. */
    public Optional<ObjectNode> vintages(SeriesKey key, @Nullable String asOf) {
        return jdbi.withHandle(handle -> {
            List<ObjectNode> vintages = vintages(handle, key, asOf);
            if (vintages.isEmpty()) {
                return Optional.empty();
            }
            ObjectNode answer = head(key);
            JsonNodes.time(answer, "asOf", asOf);
            ArrayNode list = answer.putArray("vintages");
            vintages.stream()
                    .filter(vintage ->
                            asOf == null || !KnownFigures.published(vintage).isAfter(Instant.parse(asOf)))
                    .forEach(list::add);
            return Optional.of(answer);
        });
    }

    static List<ObjectNode> vintages(Handle handle, SeriesKey key, @Nullable String asOf) {
        if (Partitions.isDerived(key.indicator())) {
            return CountedFigures.vintages(handle, key, asOf);
        }
        return handle.createQuery(Sql.named("vintages-of-series"))
                .bind("series", key.toString())
                .map((row, context) -> {
                    ObjectNode vintage = FactNodes.figure(row);
                    JsonNodes.text(vintage, "because", row.getString("because"));
                    return vintage;
                })
                .list();
    }

    private static ObjectNode head(SeriesKey key) {
        ObjectNode node = JsonNodes.object();
        node.put("series", key.toString());
        node.put("indicator", key.indicator());
        node.put("area", key.area());
        node.put("areaName", AreaNames.of(key.area()));
        node.put("sector", key.sector());
        node.put("frequency", key.frequency().name());
        return node;
    }

    private static ObjectNode summary(Handle handle, String name) {
        SeriesKey key = SeriesKey.parse(name);
        ObjectNode node = head(key);
        KnownFigures known = KnownFigures.of(vintages(handle, key, null), null);
        known.unit().ifPresent(unit -> node.put("unit", unit));
        ArrayNode values = known.values();
        node.put("periods", values.size());
        if (!values.isEmpty()) {
            node.put("first", values.get(0).path("period").textValue());
            node.set("latest", values.get(values.size() - 1));
        }
        return node;
    }

    private static ArrayNode rules(Handle handle, SeriesKey key) {
        ArrayNode list = JsonNodes.array();
        for (Rule rule : RuleReader.inEffect(handle)) {
            if (rule.series().matches(key)) {
                ObjectNode node = list.addObject();
                node.put("id", rule.id());
                node.put("title", rule.title());
                node.set("content", JsonNodes.parse(rule.json()));
                List<ComparedSeries> compared = new ArrayList<>(rule.when().compared());
                if (!compared.isEmpty()) {
                    ArrayNode others = node.putArray("compared");
                    compared.forEach(other -> others.add(other.of(key).toString()));
                }
            }
        }
        return list;
    }

    private static ArrayNode alerts(Handle handle, SeriesKey key, @Nullable String asOf) {
        ArrayNode list = JsonNodes.array();
        handle.createQuery(Sql.named("alerts-of-series"))
                .bind("series", key.toString())
                .bind("asOf", asOf == null ? "9999" : asOf)
                .map((row, context) -> {
                    ObjectNode alert = JsonNodes.object();
                    for (String column : new String[] {
                        "alert", "transition", "rule", "severity", "since", "period", "certainty", "message"
                    }) {
                        alert.put(column, row.getString(column));
                    }
                    JsonNodes.time(alert, "raisedAt", row.getString("raised_at"));
                    JsonNodes.time(alert, "changedAt", row.getString("decided_at"));
                    return alert;
                })
                .forEach(list::add);
        return list;
    }
}
