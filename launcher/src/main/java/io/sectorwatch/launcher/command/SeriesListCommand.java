package io.sectorwatch.launcher.command;

import io.sectorwatch.application.facts.FactFilter;
import io.sectorwatch.application.series.SeriesOnTopics;
import io.sectorwatch.launcher.table.SeriesTable;
import io.sectorwatch.launcher.table.SeriesText;
import java.io.PrintStream;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the series. */
@Command(
        name = "list",
        description =
                "Print the series that the facts on the topics make: number of periods with a value, the first"
                        + " and the last of these, the value of the last, and when the newest figure was published. Series counted"
                        + " from policy events are derived, and only listed where --indicator names them (policy-activity, say).")
final class SeriesListCommand extends Subcommand {
    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Option(names = "--indicator", split = ",", paramLabel = "INDICATOR", description = "Only of these indicators.")
    private Set<String> indicators = Set.of();

    @Option(names = "--area", split = ",", paramLabel = "AREA", description = "Only of these areas.")
    private Set<String> areas = Set.of();

    @Option(names = "--sector", split = ",", paramLabel = "SECTOR", description = "Only of these sectors.")
    private Set<String> sectors = Set.of();

    @Option(
            names = "--source",
            split = ",",
            paramLabel = "SOURCE",
            description = "Only what these sources say; the others count as if they had said nothing.")
    private Set<String> sources = Set.of();

    @Mixin
    private ListOutputOption output = new ListOutputOption();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        SeriesOnTopics.Listed listed = new SeriesOnTopics(
                        TopicFactsReading.each(root, serverOptions.server(), prefix.topics()))
                .list(new FactFilter(indicators, areas, sectors, Set.of(), sources));
        PrintStream out = root.out();
        switch (output.format()) {
            case TABLE -> {
                if (!listed.series().isEmpty()) {
                    out.print(SeriesTable.of(listed.series()));
                }
            }
            case CSV -> {
                out.println(SeriesText.LIST_HEADER);
                listed.series().forEach(series -> out.println(SeriesText.forSpreadsheets(series)));
            }
            case JSONL -> listed.series().forEach(series -> out.println(SeriesText.forPrograms(series)));
        }
        out.flush();
        Unmet.say(root, listed.unmet(), "series");
        if (listed.series().isEmpty() && listed.unmet().isEmpty()) {
            root.err().println("There is no such series.");
        }
        return DONE;
    }
}
