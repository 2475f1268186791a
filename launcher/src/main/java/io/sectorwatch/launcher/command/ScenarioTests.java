package io.sectorwatch.launcher.command;

import io.sectorwatch.launcher.table.VerdictTable;
import io.sectorwatch.processor.scenario.Scenario;
import io.sectorwatch.processor.scenario.ScenarioFile;
import io.sectorwatch.processor.scenario.ScenarioFileException;
import io.sectorwatch.processor.scenario.ScenarioRun;
import io.sectorwatch.processor.scenario.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scenario files at work. Apart from the command, since its classes are on the class path only where scenarios are tested.
 */
final class ScenarioTests {
    private static final String INDENT = " ".repeat(8);

    /** Runs all of them and tells what differs; returns the exit status. */
    static int run(List<Path> files, SectorwatchCommand root) {
        Map<Path, Scenario> scenarios = read(files, root);
        int failed = 0;
        for (Map.Entry<Path, Scenario> scenario : scenarios.entrySet()) {
            Verdict verdict = ScenarioRun.of(scenario.getValue());
            String name = scenario.getKey() + ": " + scenario.getValue().name();
            root.out().println(root.screen().wrapped(verdict.passed() ? "passed  " : "FAILED  ", name, INDENT));
            if (!verdict.passed()) {
                failed++;
                root.out().println(VerdictTable.of(verdict, root.screen()));
            }
        }
        root.err().println((scenarios.size() - failed) + " passed, " + failed + " failed.");
        return failed == 0 ? Subcommand.DONE : CommandException.FAILURES_FOUND;
    }

    private static Map<Path, Scenario> read(List<Path> files, SectorwatchCommand root) {
        Map<Path, Scenario> scenarios = new LinkedHashMap<>();
        int unusable = 0;
        for (Path file : files) {
            try {
                scenarios.put(file, ScenarioFile.read(file));
            } catch (ScenarioFileException e) {
                unusable++;
                root.err().println(e.getMessage());
            }
        }
        if (unusable > 0) {
            throw CommandException.unusable(
                    unusable + (unusable == 1 ? " file is" : " files are") + " unusable, and no scenario was run");
        }
        return scenarios;
    }

    private ScenarioTests() {}
}
