package io.sectorwatch.monitor.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.schemas.series.AreaNames;
import io.sectorwatch.schemas.series.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** RowBatch of facts as JSON. */
final class FactNodes {
    /** An observation, with its series. */
    static ObjectNode vintage(ResultSet row) throws SQLException {
        ObjectNode node = figure(row);
        node.put("fact", "observation");
        node.put("series", row.getString("series"));
        node.put("indicator", row.getString("indicator"));
        node.put("area", row.getString("area"));
        node.put("areaName", AreaNames.of(row.getString("area")));
        node.put("sector", row.getString("sector"));
        JsonNodes.text(node, "because", row.getString("because"));
        JsonNodes.time(node, "superseded", row.getString("superseded"));
        return node;
    }

    /** What is said of one period of a series that is known. */
    static ObjectNode figure(ResultSet row) throws SQLException {
        ObjectNode node = JsonNodes.object();
        node.put("id", row.getString("id"));
        period(node, row.getString("period"));
        JsonNodes.number(node, "value", row.getString("value"));
        JsonNodes.text(node, "comparator", row.getString("comparator"));
        JsonNodes.text(node, "unit", row.getString("unit"));
        Arrays.stream(row.getString("status").split(" ")).forEach(node.putArray("status")::add);
        JsonNodes.time(node, "published", row.getString("published"));
        source(node, row);
        JsonNodes.text(node, "nextRelease", row.getString("next_release"));
        JsonNodes.text(node, "release", row.getString("release"));
        node.put("state", row.getString("state"));
        return node;
    }

    /** A version of a policy event. */
    static ObjectNode policy(ResultSet row) throws SQLException {
        ObjectNode node = JsonNodes.object();
        node.put("fact", "policy");
        node.put("id", row.getString("id"));
        node.put("policy", row.getString("policy"));
        node.put("title", row.getString("title"));
        node.put("area", row.getString("area"));
        node.put("areaName", AreaNames.of(row.getString("area")));
        Arrays.stream(row.getString("sectors").strip().split(" ")).forEach(node.putArray("sectors")::add);
        node.put("kind", row.getString("kind"));
        node.put("stance", row.getString("stance"));
        node.put("occurred", row.getString("occurred"));
        span(node, row.getString("occurred"));
        list(node, "instruments", row.getString("instruments"));
        list(node, "actors", row.getString("actors"));
        JsonNodes.time(node, "published", row.getString("published"));
        source(node, row);
        JsonNodes.text(node, "release", row.getString("release"));
        node.put("state", row.getString("state"));
        return node;
    }

    /** A period with its first day and the day after its last. */
    static void period(ObjectNode node, String period) {
        node.put("period", period);
        span(node, period);
    }

    private static void span(ObjectNode node, String period) {
        Period its = Period.parse(period);
        node.put("start", its.start().toString());
        node.put("end", its.end().toString());
    }

    private static void source(ObjectNode node, ResultSet row) throws SQLException {
        node.put("source", row.getString("source"));
        JsonNodes.text(node, "locator", row.getString("locator"));
        JsonNodes.text(node, "url", row.getString("url"));
    }

    private static void list(ObjectNode node, String field, String joined) {
        if (!joined.isEmpty()) {
            Arrays.stream(joined.split("; ")).forEach(node.putArray(field)::add);
        }
    }

    private FactNodes() {}
}
