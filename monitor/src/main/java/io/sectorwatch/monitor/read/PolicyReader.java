package io.sectorwatch.monitor.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.monitor.database.Sql;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Policy events, each in its newest version. */
public final class PolicyReader {
    private final Jdbi jdbi;

    public PolicyReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A page of events, the newest published first; as they were known at a time, or are now. */
    public ObjectNode list(
            Set<String> areas,
            Set<String> sectors,
            Set<String> kinds,
            @Nullable String asOf,
            int limit,
            @Nullable PageEnd after) {
        return jdbi.withHandle(handle -> {
            Conditions conditions = new Conditions().in("p.area", areas).in("p.kind", kinds);
            if (!sectors.isEmpty()) {
                conditions.that(
                        sectors.stream()
                                .map(sector -> "p.sectors LIKE ?")
                                .collect(Collectors.joining(" OR ", "(", ")")),
                        sectors.stream().map(sector -> "% " + sector + " %").toArray());
            }
            if (after != null) {
                conditions.that(
                        "(p.published < ? OR (p.published = ? AND p.policy < ?))",
                        after.part(0),
                        after.part(0),
                        after.part(1));
            }
            List<ObjectNode> found = conditions
                    .apply(handle.createQuery(Sql.named("policies")))
                    .bind("asOf", asOf == null ? "9999" : asOf)
                    .bind("limit", limit + 1)
                    .map((row, context) -> FactNodes.policy(row))
                    .list();
            ObjectNode answer = JsonNodes.object();
            ArrayNode policies = answer.putArray("policies");
            found.stream().limit(limit).forEach(policies::add);
            if (found.size() > limit) {
                ObjectNode last = found.get(limit - 1);
                answer.put(
                        "next",
                        PageEnd.at(
                                        last.path("published").textValue(),
                                        last.path("policy").textValue())
                                .toString());
            }
            return answer;
        });
    }
}
