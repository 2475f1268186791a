package io.sectorwatch.launcher.command;

import io.sectorwatch.application.series.SeriesChoiceException;
import io.sectorwatch.application.series.SeriesName;
import io.sectorwatch.application.series.SeriesOnTopics;
import io.sectorwatch.application.series.ShownSeries;
import io.sectorwatch.launcher.table.SeriesTable;
import io.sectorwatch.launcher.table.SeriesText;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints one series. */
@Command(
        name = "show",
        description =
                "Print one series: of each period the value that counts, with its bound (as >2.6) and its status where"
                        + " that is not the normal one (P provisional, E estimated, F forecast), when and by whom it was published,"
                        + " and what was first said where that was something else. A void figure counts as never known, at any"
                        + " time. Series counted from policy events, as policy-activity/CHN/economy/A, are shown as the processor"
                        + " counts them.")
final class SeriesShowCommand extends Subcommand {
    @Parameters(
            paramLabel = "SERIES",
            description =
                    "As rd-intensity/CHN/economy/A. Sector and frequency may be left out where only one series can"
                            + " be meant.")
    private String series = "";

    @Mixin
    private AsOfOption asOf = new AsOfOption();

    @Option(
            names = "--vintages",
            description = "All that was said of each period: what counts, what counted earlier, what is void; with the"
                    + " ids of the facts.")
    private boolean vintages;

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private ListOutputOption output = new ListOutputOption();

    @Mixin
    private PrefixOption prefix = new PrefixOption();

    @Override
    int run(SectorwatchCommand root, Shutdown shutdown) {
        ShownSeries shown = shown(root);
        PrintStream out = root.out();
        switch (output.format()) {
            case TABLE -> out.print(vintages ? SeriesTable.ofVintages(shown) : SeriesTable.ofPeriods(shown));
            case CSV -> {
                out.println(vintages ? SeriesText.VINTAGE_HEADER : SeriesText.PERIOD_HEADER);
                print(
                        out,
                        vintages
                                ? SeriesText.vintagesForSpreadsheets(shown)
                                : SeriesText.periodsForSpreadsheets(shown));
            }
            case JSONL ->
                print(out, vintages ? SeriesText.vintagesForPrograms(shown) : SeriesText.periodsForPrograms(shown));
        }
        out.flush();
        if (shown.periods().isEmpty()) {
            root.err().println("Nothing was known of it by " + asOf.moment() + ".");
        }
        return DONE;
    }

    private ShownSeries shown(SectorwatchCommand root) {
        try {
            SeriesName name = SeriesName.parse(series);
            return new SeriesOnTopics(TopicFactsReading.each(root, serverOptions.server(), prefix.topics()))
                    .show(name, asOf.moment());
        } catch (SeriesChoiceException e) {
            throw CommandException.unusable(e.getMessage() + " ('series list' shows all)");
        } catch (IllegalArgumentException e) {
            throw CommandException.unusable(String.valueOf(e.getMessage()));
        }
    }

    private static void print(PrintStream out, List<String> lines) {
        lines.forEach(out::println);
    }
}
