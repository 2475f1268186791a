package io.sectorwatch.monitor.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.schemas.series.AreaNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Alerts: lists of them, and one with all that is to be known of it. */
public final class AlertReader {
    private final Jdbi jdbi;

    public AlertReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A page of alerts, the one that changed last first. */
    public ObjectNode list(AlertFilters filters, int limit, @Nullable PageEnd after) {
        return jdbi.withHandle(handle -> {
            Conditions conditions = conditions(filters);
            if (after != null) {
                conditions.that(
                        "(t.decided_at < ? OR (t.decided_at = ? AND t.alert < ?))",
                        after.part(0),
                        after.part(0),
                        after.part(1));
            }
            List<ObjectNode> found = conditions
                    .apply(query(handle, filters))
                    .bind("limit", limit + 1)
                    .map((row, context) -> summary(row))
                    .list();
            ObjectNode answer = JsonNodes.object();
            ArrayNode alerts = answer.putArray("alerts");
            found.stream().limit(limit).forEach(alerts::add);
            if (found.size() > limit) {
                ObjectNode last = found.get(limit - 1);
                answer.put(
                        "next",
                        PageEnd.at(
                                        last.path("changedAt").textValue(),
                                        last.path("alert").textValue())
                                .toString());
            }
            return answer;
        });
    }

    /** One alert with its transitions and the facts they rest on; empty if there is none of that id. */
    public Optional<ObjectNode> find(String id, @Nullable String asOf) {
        return jdbi.withHandle(handle -> {
            List<ObjectNode> transitions = handle.createQuery(Sql.named("transitions-of-alert"))
                    .bind("alert", id)
                    .bind("asOf", asOf == null ? "9999" : asOf)
                    .map((row, context) -> transition(row))
                    .list();
            if (transitions.isEmpty()) {
                return Optional.empty();
            }
            ObjectNode newest = transitions.get(transitions.size() - 1);
            ObjectNode answer = newest.deepCopy();
            answer.put("changedAt", newest.path("decidedAt").asText());
            transitions.stream()
                    .filter(its -> its.path("transition").asText().equals("RAISED"))
                    .reduce((before, after) -> after)
                    .ifPresent(raised -> answer.set("raisedAt", raised.get("decidedAt")));
            named(answer);
            answer.putArray("transitions").addAll(transitions);
            answer.set("evidenceFacts", evidence(handle, id, asOf));
            RuleReader.version(
                            handle,
                            newest.path("rule").asText(),
                            newest.path("ruleHash").asText())
                    .ifPresent(rule -> {
                        answer.set("ruleContent", rule);
                        answer.put("ruleTitle", rule.path("title").asText());
                    });
            return Optional.of(answer);
        });
    }

    /** The transitions behind given offsets, in the order of their partitions, each with where it stands. */
    public List<Numbered> behind(List<Long> offsets, int limit) {
        return jdbi.withHandle(handle -> {
            Conditions conditions = new Conditions();
            StringBuilder any = new StringBuilder("(");
            for (int partition = 0; partition < offsets.size(); partition++) {
                any.append("(t.partition_no = ")
                        .append(partition)
                        .append(" AND t.record_offset > ")
                        .append(offsets.get(partition))
                        .append(") OR ");
            }
            any.append("t.partition_no >= ").append(offsets.size()).append(')');
            conditions.that(any.toString());
            return conditions
                    .apply(handle.createQuery(Sql.named("transitions-behind")))
                    .bind("limit", limit)
                    .map((row, context) ->
                            new Numbered(row.getInt("partition_no"), row.getLong("record_offset"), transition(row)))
                    .list();
        });
    }

    /** The last offset of each partition that has a transition. */
    public List<Long> newestOffsets() {
        return jdbi.withHandle(handle -> {
            List<Long> offsets = new ArrayList<>();
            handle.createQuery(Sql.named("newest-transition-offsets"))
                    .map((row, context) -> new long[] {row.getInt("partition_no"), row.getLong("newest")})
                    .forEach(its -> {
                        while (offsets.size() <= its[0]) {
                            offsets.add(-1L);
                        }
                        offsets.set((int) its[0], its[1]);
                    });
            return offsets;
        });
    }

    /** A transition with where it stands on its topic. */
    public record Numbered(int partition, long offset, ObjectNode transition) {}

    private static Query query(Handle handle, AlertFilters filters) {
        if (filters.asOf() == null) {
            return handle.createQuery(Sql.named("alerts"));
        }
        return handle.createQuery(Sql.named("alerts-as-of")).bind("asOf", filters.asOf());
    }

    private static Conditions conditions(AlertFilters filters) {
        Conditions conditions = new Conditions()
                .in("t.rule", filters.rules())
                .in("t.indicator", filters.indicators())
                .in("t.area", filters.areas())
                .in("t.sector", filters.sectors())
                .in("t.severity", filters.severities())
                .that("t.decided_at >= ?", filters.since());
        return switch (filters.state()) {
            case OPEN -> conditions.that("t.transition IN ('RAISED', 'UPDATED')");
            case CLOSED -> conditions.that("t.transition IN ('CLEARED', 'RETRACTED')");
            case ALL -> conditions;
        };
    }

    private static ObjectNode summary(ResultSet row) throws SQLException {
        ObjectNode alert = transition(row);
        JsonNodes.time(alert, "changedAt", row.getString("decided_at"));
        JsonNodes.time(alert, "raisedAt", row.getString("raised_at"));
        JsonNodes.text(alert, "ruleTitle", row.getString("rule_title"));
        return named(alert);
    }

    private static ObjectNode named(ObjectNode alert) {
        alert.put(
                "state",
                switch (alert.path("transition").asText()) {
                    case "CLEARED" -> "cleared";
                    case "RETRACTED" -> "retracted";
                    default -> "open";
                });
        alert.put("areaName", AreaNames.of(alert.path("area").asText()));
        return alert;
    }

    private static ObjectNode transition(ResultSet row) throws SQLException {
        ObjectNode transition = JsonNodes.parse(row.getString("json"));
        JsonNodes.text(transition, "release", row.getString("release"));
        return transition;
    }

    private static ArrayNode evidence(Handle handle, String alert, @Nullable String asOf) {
        ArrayNode evidence = JsonNodes.array();
        handle.createQuery(Sql.named("evidence-of-alert"))
                .bind("alert", alert)
                .bind("asOf", asOf == null ? "9999" : asOf)
                .map((row, context) -> FactNodes.vintage(row))
                .forEach(evidence::add);
        handle.createQuery(Sql.named("policies-of-alert"))
                .bind("alert", alert)
                .bind("asOf", asOf == null ? "9999" : asOf)
                .map((row, context) -> FactNodes.policy(row))
                .forEach(evidence::add);
        return evidence;
    }
}
