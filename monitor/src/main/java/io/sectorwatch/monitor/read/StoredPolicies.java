package io.sectorwatch.monitor.read;

import io.sectorwatch.schemas.message.PolicyEvent;
import io.sectorwatch.schemas.message.Source;
import io.sectorwatch.schemas.series.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Rows of policy events as the messages they were. */
public final class StoredPolicies {
    /** A version of an event. */
    public static PolicyEvent event(ResultSet row) throws SQLException {
        return new PolicyEvent(
                row.getString("policy"),
                row.getString("title"),
                row.getString("area"),
                Arrays.asList(row.getString("sectors").strip().split(" ")),
                row.getString("kind"),
                list(row.getString("instruments")),
                list(row.getString("actors")),
                row.getString("stance"),
                Period.parse(row.getString("occurred")),
                Instant.parse(row.getString("published")),
                new Source(row.getString("source"), row.getString("locator"), row.getString("url")));
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split("; "));
    }

    private StoredPolicies() {}
}
