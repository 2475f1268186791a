package io.sectorwatch.monitor.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What a row must fulfil, beside what the SQL itself demands. */
final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The column has one of these values; none wants all. */
    Conditions in(String column, Collection<String> wanted) {
        if (!wanted.isEmpty()) {
            List<String> names = new ArrayList<>();
            for (String value : wanted) {
                names.add(':' + bound(value));
            }
            conditions.add(column + " IN (" + String.join(", ", names) + ")");
        }
        return this;
    }

    /** The condition holds, with a value in the place of each question mark; a null among them demands nothing. */
    Conditions that(String condition, @Nullable Object... marks) {
        StringBuilder sql = new StringBuilder();
        int mark = 0;
        for (int i = 0; i < condition.length(); i++) {
            char c = condition.charAt(i);
            if (c != '?') {
                sql.append(c);
                continue;
            }
            Object value = marks[mark++];
            if (value == null) {
                return this;
            }
            sql.append(':').append(bound(value));
        }
        conditions.add(sql.toString());
        return this;
    }

    Query apply(Query query) {
        query.define("conditions", conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions));
        values.forEach(query::bind);
        return query;
    }

    private String bound(Object value) {
        String name = "condition" + values.size();
        values.put(name, value);
        return name;
    }
}
