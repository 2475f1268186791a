package io.sectorwatch.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sectorwatch.monitor.database.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The role that the documents give to analysts. */
class AnalystRoleIT {
    @Test
    void readsEverythingAndChangesNothing(@TempDir Path directory) throws Exception {
        String database = Databases.POSTGRESQL.fresh(directory);
        Database.open(database).close();
        String role = "analyst_" + UUID.randomUUID().toString().substring(0, 8);
        try {
            run(
                    database,
                    Files.readString(Path.of("operator", "analyst-role.sql")).replace("analyst", role));
            run(database, "CREATE TABLE of_a_later_version (x INTEGER)");

            String url = database.replaceFirst("user=[^&]*", "user=" + role);
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                for (String table : new String[] {"fact", "vintage", "alert", "open_alert", "of_a_later_version"}) {
                    try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
                        assertThat(rows.next()).isTrue();
                    }
                }
                assertThatThrownBy(() -> statement.execute("DELETE FROM fact")).isInstanceOf(SQLException.class);
                statement.execute("SET default_transaction_read_only = off");
                assertThatThrownBy(() -> statement.execute("DELETE FROM fact"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        } finally {
            run(database, "DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    private static void run(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
