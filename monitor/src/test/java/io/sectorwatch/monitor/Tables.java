package io.sectorwatch.monitor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands in the tables of a database. */
final class Tables {
    private static final List<String> NAMES = List.of(
            "topic_offset",
            "fact",
            "policy",
            "correction",
            "rule",
            "release",
            "tick",
            "transition",
            "evidence",
            "scorecard",
            "dead_letter");

    /** All rows of all tables, sorted; of how far topics were read without the times, which depend on where a batch ended. */
    static Map<String, List<String>> all(String url) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String name : NAMES) {
                String columns = name.equals("topic_offset") ? "topic, partition_no, topic_id, next_offset" : "*";
                List<String> rows = new ArrayList<>();
                try (ResultSet row = statement.executeQuery("SELECT " + columns + " FROM " + name)) {
                    while (row.next()) {
                        StringBuilder text = new StringBuilder();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            text.append(row.getString(i)).append('|');
                        }
                        rows.add(text.toString());
                    }
                }
                rows.sort(null);
                tables.put(name, rows);
            }
        }
        return tables;
    }

    /** How many facts there are; none where there is no table yet. */
    static long facts(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM fact")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            return 0;
        }
    }

    private Tables() {}
}
