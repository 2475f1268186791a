package io.sectorwatch.monitor.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sectorwatch.monitor.database.Sql;
import io.sectorwatch.schemas.series.AreaNames;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The cards of sectors, and of each sector in each area. */
public final class ScorecardReader {
    /** The area of a card that is over all areas. */
    private static final String ALL_AREAS = "*";

    private final Jdbi jdbi;

    public ScorecardReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest cards; or those of areas, as they would have been at a time. */
    public ObjectNode list(Set<String> areas, Set<String> sectors, @Nullable String asOf) {
        return jdbi.withHandle(handle -> {
            ObjectNode answer = JsonNodes.object();
            ArrayNode overAll = answer.putArray("sectors");
            ArrayNode cards = answer.putArray("scorecards");
            CardsAsOf then = asOf == null ? null : new CardsAsOf(handle, asOf);
            JsonNodes.time(answer, "asOf", asOf);
            new Conditions()
                    .in("area", areas)
                    .in("sector", sectors)
                    .apply(handle.createQuery(Sql.named("scorecards")))
                    .map((row, context) -> JsonNodes.parse(row.getString("json")))
                    .list()
                    .forEach(card -> {
                        boolean isOverAll = ALL_AREAS.equals(card.path("area").asText());
                        if (then != null && !isOverAll) {
                            cards.add(then.of(card));
                        } else if (then == null && isOverAll) {
                            overAll.add(card);
                        } else if (then == null) {
                            card.put("areaName", AreaNames.of(card.path("area").asText()));
                            cards.add(card);
                        }
                    });
            return answer;
        });
    }
}
