package io.sectorwatch.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The questions of docs/monitor.md, as they stand there, on the demonstration's facts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class QuestionsIT {
    private static final Pattern QUESTION = Pattern.compile("\n([^\n]+\\?)\n\n```sql\n(.*?);\n```", Pattern.DOTALL);

    @TempDir
    private static Path directory = Path.of("");

    private DemoTopics topics;

    @BeforeAll
    void start() {
        topics = new DemoTopics(directory.resolve("data"), 1);
    }

    @AfterAll
    void stop() {
        topics.close();
    }

    @ParameterizedTest
    @EnumSource
    void areAnswered(Databases database) throws Exception {
        String url = database.fresh(directory);
        Map<String, List<String>> answers = new LinkedHashMap<>();
        new RunningMonitor(topics.server(), url).close();
        try (Connection connection = DriverManager.getConnection(url)) {
            Matcher question = QUESTION.matcher(Files.readString(Path.of("../docs/monitor.md"), UTF_8));
            while (question.find()) {
                answers.put(question.group(1), rows(connection, question.group(2)));
            }
        }
        assertThat(answers).hasSize(10);
        assertThat(answers.get("What did we believe on a day?"))
                .contains("2023|null|2.64|P|nbs|2024-02-29T00:00:00.000Z");
        assertThat(answers.get("What was said of one period, by whom and when?"))
                .startsWith("2024-02-23T00:00:00.000Z|eai-brief-1752|>|2.6|P|valid|2024-02-29T00:00:00.000Z")
                .hasSizeGreaterThan(4);
        assertThat(answers.get("Which alerts rested on a figure that was said otherwise later?"))
                .anyMatch(row -> row.contains("rd-intensity/CHN/economy/A|2023|2.65"));
        assertThat(answers.get("How often did each source revise itself, and by how much at most?"))
                .anyMatch(row -> row.startsWith("oecd|"));
        assertThat(answers.get("What is open now, the worst first?"))
                .first()
                .asString()
                .startsWith("critical|");
        assertThat(answers.get("What was told and taken back, and for how long was it believed?"))
                .anyMatch(row -> row.startsWith("rd-intensity-at-least-2.6|rd-intensity/CHN/economy/A|2023|"
                        + "2024-02-23T00:00:00.000Z|2025-01-23T00:00:00.000Z|"));
        assertThat(answers.get("How often did each rule raise, clear and retract?"))
                .anyMatch(row -> row.startsWith("rd-intensity-at-least-2.6|2|0|1"));
        assertThat(answers.get("What did a release change?")).anyMatch(row -> row.contains("RETRACTED"));
        assertThat(answers.get("How busy was policy, by area and year?")).isNotEmpty();
        // The demonstration's facts do not say when the next ones are due.
        assertThat(answers.get("Which figures are due, and which were due already?"))
                .isNotNull();
    }

    private static List<String> rows(Connection connection, String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }
}
