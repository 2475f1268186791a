package io.sectorwatch.monitor.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.monitor.database.Sql;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Releases: those that came, and those that are due. */
public final class ReleaseReader {
    private final Jdbi jdbi;

    public ReleaseReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A page of releases, the newest first. */
    public ObjectNode list(Set<String> sources, @Nullable String asOf, int limit, @Nullable PageEnd after) {
        return jdbi.withHandle(handle -> {
            Conditions conditions = new Conditions().in("source", sources).that("published <= ?", asOf);
            if (after != null) {
                conditions.that(
                        "(published < ? OR (published = ? AND release < ?))",
                        after.part(0),
                        after.part(0),
                        after.part(1));
            }
            List<ObjectNode> found = conditions
                    .apply(handle.createQuery(Sql.named("releases")))
                    .bind("limit", limit + 1)
                    .map((row, context) -> {
                        ObjectNode release = JsonNodes.object();
                        release.put("release", row.getString("release"));
                        release.put("source", row.getString("source"));
                        JsonNodes.text(release, "title", row.getString("title"));
                        JsonNodes.time(release, "published", row.getString("published"));
                        int added = row.getInt("added");
                        if (!row.wasNull()) {
                            ObjectNode counts = release.putObject("counts");
                            counts.put("new", added);
                            counts.put("revised", row.getInt("revised"));
                            counts.put("withdrawn", row.getInt("withdrawn"));
                        }
                        release.put("transitions", row.getInt("transitions"));
                        return release;
                    })
                    .list();
            ObjectNode answer = JsonNodes.object();
            ArrayNode releases = answer.putArray("releases");
            found.stream().limit(limit).forEach(releases::add);
            if (found.size() > limit) {
                ObjectNode last = found.get(limit - 1);
                answer.put(
                        "next",
                        PageEnd.at(
                                        last.path("published").textValue(),
                                        last.path("release").textValue())
                                .toString());
            }
            return answer;
        });
    }

    /** When the next figures are due, by indicator and source, the earliest first, with how many series wait for them. */
    public ArrayNode due(@Nullable String asOf, String today) {
        return jdbi.withHandle(handle -> {
            ArrayNode due = JsonNodes.array();
            handle.createQuery(Sql.named("due-releases"))
                    .bind("asOf", asOf == null ? "9999" : asOf)
                    .map((row, context) -> {
                        ObjectNode node = JsonNodes.object();
                        node.put("indicator", row.getString("indicator"));
                        node.put("source", row.getString("source"));
                        node.put("due", row.getString("next_release"));
                        node.put("series", row.getInt("series"));
                        node.put("overdue", row.getString("next_release").compareTo(today) <= 0);
                        return node;
                    })
                    .forEach(due::add);
            return due;
        });
    }

    /** Those of them whose day has come. */
    public ArrayNode overdue(String today) {
        ArrayNode overdue = JsonNodes.array();
        for (JsonNode figure : due(null, today)) {
            if (figure.path("overdue").asBoolean()) {
                overdue.add(figure);
            }
        }
        return overdue;
    }
}
