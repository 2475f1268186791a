package io.sectorwatch.monitor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Empty databases for tests: SQLite in a file, and PostgreSQL where a server is named. */
public enum Databases {
    SQLITE {
        @Override
        public String fresh(Path directory) {
            return "jdbc:sqlite:" + directory.resolve("test-" + UUID.randomUUID() + ".db");
        }
    },
    POSTGRESQL {
        @Override
        public String fresh(Path directory) throws SQLException {
            String server = System.getenv("SECTORWATCH_TEST_POSTGRES");
            assumeTrue(server != null, "SECTORWATCH_TEST_POSTGRES names no PostgreSQL: nothing was tried on one");
            String name = "test_" + UUID.randomUUID().toString().replace("-", "");
            try (Connection connection = DriverManager.getConnection(server);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return server.replaceFirst("/[^/?]*(?=[?]|$)", "/" + name);
        }
    };

    /** The JDBC address of a new one. */
    public abstract String fresh(Path directory) throws SQLException;
}
