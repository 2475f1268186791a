package io.sectorwatch.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.sectorwatch.launcher.Cli.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesWithoutBrokerIT {
    private static final Path STORY = Path.of("../rules/scenarios/brief.yaml");

    @TempDir
    private Path directory = Path.of("");

    private Cli cli = new Cli(directory);

    @BeforeEach
    void putOutputBesideTheFiles() {
        cli = new Cli(directory);
    }

    @Test
    void aStoryThatHoldsPasses() {
        Result test = cli.run("rules", "test", STORY.toString());

        assertThat(test.status()).as(test.err()).isZero();
        assertThat(test.out()).startsWith("passed  " + STORY);
        assertThat(test.err()).isEqualTo("1 passed, 0 failed." + System.lineSeparator());
    }

    @Test
    void aStoryThatDoesNotHoldShowsBothSidesAndTheCause() throws IOException {
        Path file = file(Files.readString(STORY).replace("value: 2.58, published", "value: 2.61, published"));

        Result test = cli.run("rules", "test", STORY.toString(), file.toString());

        assertThat(test.status()).isEqualTo(1);
        assertThat(test.out())
                .contains("passed  ", "FAILED  " + file)
                .contains("expected", "actual", "differs", "transition: RETRACTED", "! transition: UPDATED")
                .contains("after observe");
        assertThat(test.err()).contains("1 passed, 1 failed.").doesNotContain("\tat ");
    }

    @Test
    void anUnusableScenarioIsNotRun() throws IOException {
        Path file = file("name: x\nevents: []\nexpect: [{rul: a}]\n");

        Result test = cli.run("rules", "test", file.toString());

        assertThat(test.status()).isEqualTo(2);
        assertThat(test.out()).isEmpty();
        assertThat(test.err()).contains(file + ":3:11: ", "did you mean 'rule'");
    }

    @Test
    void mistakesAreFoundWithTheirPlaceAndUnknownIndicatorsAreOnlyWarnings() throws IOException {
        Path file = file("""
                rules:
                  - {id: a, series: {indicator: rd-intensitty}, when: {value: {above: 1}}}
                """);

        Result good = cli.run("rules", "check", file.toString());
        assertThat(good.status()).isZero();
        assertThat(good.out()).contains(file + ":2:22: warning: ", "did you mean 'rd-intensity'");

        Files.writeString(file, Files.readString(file).replace("above", "abov").replace("series", "serie"));
        Result bad = cli.run("rules", "check", file.toString());
        assertThat(bad.status()).isEqualTo(2);
        assertThat(bad.out().lines())
                .anyMatch(line -> line.startsWith(file + ":2:13: ") && line.contains("did you mean 'series'"))
                .anyMatch(line -> line.contains("did you mean 'above'"));
    }

    @Test
    void severalFilesAreCheckedAndOneWithAMistakeIsEnough() throws IOException {
        Path good = file("rules: [{id: a, series: {indicator: rd-intensity}, when: {value: {above: 1}}}]\n");
        Path bad = good.resolveSibling("bad.yaml");
        Files.writeString(bad, "rules: [{id: b, series: {indicator: rd-intensity}, when: {value: {abov: 1}}}]\n");

        Result check = cli.run("rules", "check", bad.toString(), good.toString());

        assertThat(check.status()).isEqualTo(2);
        assertThat(check.err()).contains("bad.yaml: ", " mistake", good + ": 1 rule, no mistake");
    }

    @Test
    void everyMistakeIsNamedWithWhatMayBeMeant() throws IOException {
        Path file = file("""
                rules:
                  - {id: a, series: {indicator: rd-intensity, areas: [CHM, CHE], sectors: [semiconductor, quantum]},
                     when: {value: {above: 1}}}
                  - {id: a, severity: warnin, series: {indicator: rd-intensity}, when: {gapp: {above: 1}}}
                """);

        Result check = cli.run("rules", "check", file.toString());

        assertThat(check.status()).isEqualTo(2);
        assertThat(check.out().lines())
                .hasSize(5)
                .anyMatch(line -> line.startsWith(file + ":2:55: warning: ") && line.endsWith("did you mean 'CHN'?"))
                .anyMatch(line ->
                        line.startsWith(file + ":2:76: warning: ") && line.endsWith("did you mean 'semiconductors'?"))
                .anyMatch(line -> line.startsWith(file + ":4:6: ") && line.endsWith("rule 'a' stands twice"))
                .anyMatch(line -> line.startsWith(file + ":4:13: ") && line.endsWith("did you mean 'warning'?"))
                .anyMatch(line -> line.startsWith(file + ":4:73: ") && line.endsWith("did you mean 'gap'?"));
        assertThat(check.err()).contains("3 mistakes");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("file.yaml"), content);
    }
}
