package io.sectorwatch.processor.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.processor.kind.Kinds;
import io.sectorwatch.processor.rule.Rule;
import io.sectorwatch.processor.scenario.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that come with the rules. */
class ShippedScenariosTest {
    private static final Path FOLDER = Path.of("../../rules/scenarios");
    private static final int HUNDRED = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @ParameterizedTest
    @MethodSource("files")
    void passes(Path file) throws ScenarioFileException {
        Verdict verdict = ScenarioRun.of(ScenarioFile.read(file));

        assertThat(verdict.refused()).isEmpty();
        assertThat(verdict.transitions()).allMatch(row -> row.outcome() == Outcome.MATCHES);
        assertThat(verdict.open()).allMatch(row -> row.outcome() == Outcome.MATCHES);
        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void thereIsOneForEveryKind() throws IOException, ScenarioFileException {
        Set<String> kinds = new TreeSet<>();
        for (Path file : files()) {
            for (Rule rule : ScenarioFile.read(file).rules()) {
                kinds.add(rule.when().name());
            }
        }

        assertThat(kinds).isEqualTo(Kinds.all().keySet());
    }

    @Test
    void aHundredAreNotWaitedFor() throws IOException, ScenarioFileException {
        List<Path> files = files();
        long begun = System.nanoTime();
        for (int i = 0; i < HUNDRED; i++) {
            ScenarioRun.of(ScenarioFile.read(files.get(i % files.size())));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
