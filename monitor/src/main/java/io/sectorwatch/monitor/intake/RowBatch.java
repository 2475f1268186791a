package io.sectorwatch.monitor.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for one statement, gathered and then written at once. */
final class RowBatch {
    private final String sql;
    private List<@Nullable Object[]> rows = new ArrayList<>();

    /** For a statement with a parameter for each value of a row. */
    RowBatch(String sql) {
        this.sql = sql;
    }

    void add(@Nullable Object... values) {
        rows.add(values);
    }

    /** What was gathered, which begins anew. */
    RowBatch handOver() {
        RowBatch gathered = new RowBatch(sql);
        gathered.rows = rows;
        rows = new ArrayList<>();
        return gathered;
    }

    /** Writes what was gathered. */
    void write(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
