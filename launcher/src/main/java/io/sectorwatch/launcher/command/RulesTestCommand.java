package io.sectorwatch.launcher.command;

import io.sectorwatch.launcher.rules.VerdictTable;
import io.sectorwatch.processor.scenario.Scenario;
import io.sectorwatch.processor.scenario.ScenarioFile;
import io.sectorwatch.processor.scenario.ScenarioFileException;
import io.sectorwatch.processor.scenario.ScenarioRun;
import io.sectorwatch.processor.scenario.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tests rules by scenarios. */
@Command(
        name = "test",
        description = "Run scenarios through the real topology, in this process. Exit status 1 says that some fail, 2 "
                + "that a file is unusable; then none is run.")
final class RulesTestCommand extends Subcommand {
    private static final String INDENT = " ".repeat(8);

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files, YAML or JSON.")
    private List<Path> files = List.of();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        if (!root.verbose()) {
            Logging.quiet();
        }
        Map<Path, Scenario> scenarios = read(root);
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
        return failed == 0 ? DONE : CommandException.FAILURES_FOUND;
    }

    private Map<Path, Scenario> read(SectorwatchCommand root) {
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
}
